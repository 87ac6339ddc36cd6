/** Sets of the numbers from 0, each alone at first, that can be joined (union–find with path halving). */
export class DisjointSets {
  readonly #parents: Uint32Array;

  constructor(size: number) {
    this.#parents = Uint32Array.from({ length: size }, (_, index) => index);
  }

  /** The smallest number of the set that this one is in. */
  rootOf(index: number): number {
    const parents = this.#parents;
    let current = index;
    for (let parent = parents[current] ?? current; parent !== current; parent = parents[current] ?? current) {
      parents[current] = parents[parent] ?? parent;
      current = parent;
    }
    return current;
  }

  join(first: number, second: number): void {
    const [a, b] = [this.rootOf(first), this.rootOf(second)];
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }
}
