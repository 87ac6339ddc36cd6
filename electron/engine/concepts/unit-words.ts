import type { TokenTable } from './tokens.ts';
import type { Units } from './units.ts';
import type { WordFacts } from './words.ts';

/** What an acronym or a closed compound is written out as; undefined for a word that stands for itself. */
export type WriteOut = (surface: number, normal: number) => readonly number[] | undefined;

/** The normal words of units, acronyms and compounds written out: unit u has words[starts[u]..starts[u + 1]). Arrays are reused from text to text. */
export class UnitWords {
  starts = new Uint32Array(256);
  words = new Uint32Array(512);

  /** Takes in the words of all units. */
  read(units: Units, { word }: TokenTable, { normal }: WordFacts, writeOut: WriteOut): void {
    if (units.count >= this.starts.length) this.starts = new Uint32Array(units.count * 2);
    let length = 0;
    for (let unit = 0; unit < units.count; unit++) {
      this.starts[unit] = length;
      const end = units.end[unit] as number;
      for (let token = units.first[unit] as number; token < end; token++) {
        const surface = word[token] as number;
        const own = normal[surface] as number;
        const writtenOut = writeOut(surface, own);
        if (writtenOut) for (const each of writtenOut) length = this.#put(length, each);
        else length = this.#put(length, own);
      }
    }
    this.starts[units.count] = length;
  }

  #put(at: number, word: number): number {
    if (at === this.words.length) {
      const larger = new Uint32Array(at * 2);
      larger.set(this.words);
      this.words = larger;
    }
    this.words[at] = word;
    return at + 1;
  }
}
