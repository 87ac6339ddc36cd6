/** The empty phrase, which every phrase begins with. */
export const ROOT = 0;

const EMPTY = -1;

/** A table of phrases as flat arrays. */
export interface PhraseSnapshot {
  slots: Int32Array;
  parent: Int32Array;
  word: Int32Array;
}

/** Phrases that were added to a table, in their order: each is another phrase and one more word. */
export interface AddedPhrases {
  parent: Int32Array;
  word: Int32Array;
}

/**
 * Phrases as sequences of word numbers, each with a number of its own: a trie whose edges lie in one open-addressing hash table.
 * Looking up and adding a word to a phrase takes constant time and makes no strings. Phrases are numbered in the order in which they were added.
 */
export class PhraseTable {
  #slots = new Int32Array(1 << 16).fill(EMPTY);
  #parent = new Int32Array(1 << 15);
  #word = new Int32Array(1 << 15);
  #count = 1;

  /** A table with the phrases of a snapshot, to which others can be added. */
  static from({ slots, parent, word }: PhraseSnapshot): PhraseTable {
    const table = new PhraseTable();
    table.#slots = slots.slice();
    table.#count = parent.length;
    table.#parent = new Int32Array(Math.max(table.#parent.length, parent.length * 2));
    table.#word = new Int32Array(table.#parent.length);
    table.#parent.set(parent);
    table.#word.set(word);
    return table;
  }

  snapshot(): PhraseSnapshot {
    return { slots: this.#slots, parent: this.#parent.subarray(0, this.#count), word: this.#word.subarray(0, this.#count) };
  }

  /** The phrases from this number on. */
  addedSince(count: number): AddedPhrases {
    return { parent: this.#parent.slice(count, this.#count), word: this.#word.slice(count, this.#count) };
  }

  /** Adds phrases that another table, which began with the first `common` phrases of this one, has added to them; gives the number here of each phrase there. */
  addPhrases(common: number, { parent, word }: AddedPhrases): Uint32Array {
    const numberOf = new Uint32Array(common + parent.length);
    for (let phrase = 0; phrase < common; phrase++) numberOf[phrase] = phrase;
    for (let at = 0; at < parent.length; at++) numberOf[common + at] = this.add(numberOf[parent[at] as number] as number, word[at] as number);
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
    if (this.#count === this.#parent.length) this.#growNodes();
    const added = this.#count++;
    this.#parent[added] = phrase;
    this.#word[added] = word;
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
    return this.#word[phrase] as number;
  }

  /** The phrase without its last word. */
  withoutLastWord(phrase: number): number {
    return this.#parent[phrase] as number;
  }

  /** The words of a phrase, in order. */
  wordsOf(phrase: number): number[] {
    const words: number[] = [];
    for (let node = phrase; node !== ROOT; node = this.#parent[node] as number) words.push(this.#word[node] as number);
    return words.reverse();
  }

  /** Number of words of a phrase. */
  lengthOf(phrase: number): number {
    let length = 0;
    for (let node = phrase; node !== ROOT; node = this.#parent[node] as number) length++;
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
      if (node === EMPTY || (this.#parent[node] === phrase && this.#word[node] === word)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #growNodes(): void {
    const parent = new Int32Array(this.#parent.length * 2);
    const word = new Int32Array(this.#word.length * 2);
    parent.set(this.#parent);
    word.set(this.#word);
    this.#parent = parent;
    this.#word = word;
  }

  #growSlots(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    for (let node = 1; node < this.#count; node++) {
      this.#slots[this.#slotOf(this.#parent[node] as number, this.#word[node] as number)] = node;
    }
  }
}
