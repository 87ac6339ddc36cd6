/** The empty phrase, which every phrase begins with. */
export const ROOT = 0;

const EMPTY = -1;

/** A table of phrases as flat arrays. */
export interface PhraseSnapshot {
  slots: Int32Array;
  /** For each phrase, the empty one included, the phrase without its last word, and that word. */
  edges: Int32Array;
}

/**
 * Phrases as sequences of word numbers, each with a number of its own: a trie whose edges lie in one open-addressing hash table.
 * Looking up and adding a word to a phrase takes constant time and makes no strings. Phrases are numbered in the order in which they were added.
 */
export class PhraseTable {
  #slots = new Int32Array(1 << 16).fill(EMPTY);
  /** Parent and word of each phrase side by side, so that comparing both costs one look into memory. */
  #edges = new Int32Array(1 << 16);
  #count = 1;

  /** A table with the phrases of a snapshot, to which others can be added. */
  static from({ slots, edges }: PhraseSnapshot): PhraseTable {
    const table = new PhraseTable();
    table.#slots = slots.slice();
    table.#count = edges.length / 2;
    table.#edges = new Int32Array(Math.max(table.#edges.length, edges.length * 2));
    table.#edges.set(edges);
    return table;
  }

  snapshot(): PhraseSnapshot {
    return { slots: this.#slots, edges: this.#edges.subarray(0, this.#count * 2) };
  }

  /** The edges of the phrases from this number on: of each the phrase without its last word, and that word. */
  edgesFrom(phrase: number): Int32Array {
    return this.#edges.slice(phrase * 2, this.#count * 2);
  }

  /** Adds phrases (edges, as edgesFrom gives them) that another table, which began with the first `common` phrases of this one, has added to them; gives the number here of each phrase there. */
  addPhrases(common: number, edges: Int32Array): Uint32Array {
    const numberOf = new Uint32Array(common + edges.length / 2);
    for (let phrase = 0; phrase < common; phrase++) numberOf[phrase] = phrase;
    for (let at = 0; at < edges.length; at += 2) numberOf[common + at / 2] = this.add(numberOf[edges[at] as number] as number, edges[at + 1] as number);
    return numberOf;
  }

  /** Number of phrases, the empty one included. */
  get size(): number {
    return this.#count;
  }

  /** The phrase made of `phrase` and one more word; -1 where it was never added. */
  find(phrase: number, word: number): number {
    return this.#slots[this.#slotOf(phrase, word)] as number;
  }

  /** The phrase made of `phrase` and one more word, added when it is new. */
  add(phrase: number, word: number): number {
    const slot = this.#slotOf(phrase, word);
    const known = this.#slots[slot] as number;
    if (known !== EMPTY) return known;
    if (this.#count * 2 === this.#edges.length) this.#growEdges();
    const added = this.#count++;
    this.#edges[added * 2] = phrase;
    this.#edges[added * 2 + 1] = word;
    this.#slots[slot] = added;
    if (this.#count * 2 > this.#slots.length) this.#growSlots();
    return added;
  }

  /** The phrase of these words, added when it is new. */
  addAll(words: Iterable<number>): number {
    let phrase = ROOT;
    for (const word of words) phrase = this.add(phrase, word);
    return phrase;
  }

  /** The phrase of these words; -1 where it was never added. */
  findAll(words: Iterable<number>): number {
    let phrase = ROOT;
    for (const word of words) {
      phrase = this.find(phrase, word);
      if (phrase < 0) return phrase;
    }
    return phrase;
  }

  /** The last word of a phrase, which must not be the empty one. */
  lastWordOf(phrase: number): number {
    return this.#edges[phrase * 2 + 1] as number;
  }

  /** The phrase without its last word. */
  withoutLastWord(phrase: number): number {
    return this.#edges[phrase * 2] as number;
  }

  /** The words of a phrase, in order. */
  wordsOf(phrase: number): number[] {
    const words: number[] = [];
    for (let node = phrase; node !== ROOT; node = this.#edges[node * 2] as number) words.push(this.#edges[node * 2 + 1] as number);
    return words.reverse();
  }

  /** Number of words of a phrase. */
  lengthOf(phrase: number): number {
    let length = 0;
    for (let node = phrase; node !== ROOT; node = this.#edges[node * 2] as number) length++;
    return length;
  }

  /** The words of a phrase as text, with spaces between them. `words` are texts by word number. */
  textOf(phrase: number, words: readonly string[]): string {
    return this.wordsOf(phrase)
      .map((word) => words[word] as string)
      .join(' ');
  }

  #slotOf(phrase: number, word: number): number {
    const mask = this.#slots.length - 1;
    let hash = Math.imul(phrase, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const node = this.#slots[slot] as number;
      if (node === EMPTY || (this.#edges[node * 2] === phrase && this.#edges[node * 2 + 1] === word)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #growEdges(): void {
    const edges = new Int32Array(this.#edges.length * 2);
    edges.set(this.#edges);
    this.#edges = edges;
  }

  #growSlots(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    for (let node = 1; node < this.#count; node++) {
      this.#slots[this.#slotOf(this.#edges[node * 2] as number, this.#edges[node * 2 + 1] as number)] = node;
    }
  }
}
