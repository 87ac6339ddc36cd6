const EMPTY = -1;

/**
 * Distinct words as they are written, each with a number, in the order in which they were met.
 * An open-addressing hash table over UTF-16 units that lie in one array: looking up a part of a text makes no string, and no word keeps the text alive that it was cut from.
 */
export class Vocabulary {
  readonly words: string[] = [];
  #slots = new Int32Array(1 << 12).fill(EMPTY);
  #hashes = new Int32Array(1 << 11);
  /** Units of word n: #units[#starts[n]..#starts[n + 1]). */
  #starts = new Uint32Array((1 << 11) + 1);
  #units = new Uint16Array(1 << 14);

  /** The number of a word, given when it is new. */
  number(word: string): number {
    return this.numberOfPart(word, 0, word.length);
  }

  /** The number of the word that stands at start..end of a text, given when it is new. */
  numberOfPart(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const slot = this.#slotOf(text, start, end, hash);
    const number = this.#slots[slot] as number;
    return number === EMPTY ? this.#add(text, start, end, hash, slot) : number;
  }

  /** The number of the word that stands at start..end of a text; -1 where it has none. */
  find(text: string, start = 0, end = text.length): number {
    return this.#slots[this.#slotOf(text, start, end, hashOf(text, start, end))] as number;
  }

  #slotOf(text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] as number;
      if (number === EMPTY || (this.#hashes[number] === hash && this.#isWord(number, text, start, end))) return slot;
    }
  }

  #isWord(number: number, text: string, start: number, end: number): boolean {
    const first = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - first !== end - start) return false;
    for (let at = start; at < end; at++) if (this.#units[first + at - start] !== text.charCodeAt(at)) return false;
    return true;
  }

  #add(text: string, start: number, end: number, hash: number, slot: number): number {
    const number = this.words.length;
    const first = this.#starts[number] as number;
    const last = first + end - start;
    if (number === this.#hashes.length) this.#growWords();
    while (last > this.#units.length) this.#growUnits();
    for (let at = start; at < end; at++) this.#units[first + at - start] = text.charCodeAt(at);
    this.#starts[number + 1] = last;
    this.#hashes[number] = hash;
    this.#slots[slot] = number;
    this.words.push(end - start === text.length ? text : String.fromCharCode.apply(null, this.#units.subarray(first, last) as unknown as number[]));
    if (this.words.length * 2 > this.#slots.length) this.#growSlots();
    return number;
  }

  #growWords(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    const starts = new Uint32Array(hashes.length + 1);
    hashes.set(this.#hashes);
    starts.set(this.#starts);
    this.#hashes = hashes;
    this.#starts = starts;
  }

  #growUnits(): void {
    const units = new Uint16Array(this.#units.length * 2);
    units.set(this.#units);
    this.#units = units;
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    for (let number = 0; number < this.words.length; number++) {
      let slot = (this.#hashes[number] as number) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
