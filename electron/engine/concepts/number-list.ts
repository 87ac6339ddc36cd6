type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

/** A typed array that grows by doubling: for tables whose length is not known beforehand. */
export class NumberList<A extends NumberArray> {
  #array: A;
  length = 0;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A, capacity = 1024) {
    this.#make = make;
    this.#array = make(capacity);
  }

  push(value: number): void {
    if (this.length === this.#array.length) {
      const larger = this.#make(this.length * 2);
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.length++] = value;
  }

  /** Empties the list, which keeps its memory. */
  clear(): void {
    this.length = 0;
  }

  /** A copy of exactly the length filled. */
  toArray(): A {
    return this.#array.slice(0, this.length) as A;
  }
}
