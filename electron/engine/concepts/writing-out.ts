import type { CandidateSource } from './occurrences.ts';
import type { UnitWords, WriteOut } from './unit-words.ts';
import type { Units } from './units.ts';
import { WORD_FLAG } from './words.ts';

const NO_WORDS: readonly number[] = [];

/** What acronyms, closed compounds and verbs of a paper are written out as. */
export class WritingOut {
  readonly #source: CandidateSource;
  readonly #units: Units;
  readonly #unitWords: UnitWords;
  #own: Map<number, readonly number[]> | null = null;

  /** `units` and their words are read anew from text to text. */
  constructor(source: CandidateSource, units: Units, unitWords: UnitWords) {
    this.#source = source;
    this.#units = units;
    this.#unitWords = unitWords;
  }

  /** Goes by the definitions of one paper from now on. */
  startPaper(paper: number): void {
    this.#own = this.#source.writtenOut.acronyms.own[paper] ?? null;
  }

  /** The normal words of an acronym that is defined, or of a closed compound; undefined for other words. */
  readonly writeOut: WriteOut = (surface, normal) => {
    const isAcronym = ((this.#source.words.flags[surface] as number) & WORD_FLAG.acronym) !== 0;
    return (isAcronym ? this.#expansionOf(normal) : undefined) ?? this.#source.writtenOut.compounds.get(normal);
  };

  /** True for a unit that is nothing but an acronym that is defined. */
  isDefinedAcronym(unit: number): boolean {
    if ((this.#units.end[unit] as number) - (this.#units.first[unit] as number) !== 1) return false;
    const { words } = this.#source;
    const surface = this.#units.lastWord[unit] as number;
    if (((words.flags[surface] as number) & WORD_FLAG.acronym) === 0) return false;
    return this.#expansionOf(words.normal[surface] as number) !== undefined;
  }

  /** The words of the noun of what a verb does: fine-tune → fine tuning; none where the collection has no such noun. */
  actionOf(verb: number): readonly number[] {
    const { tokens, words, writtenOut } = this.#source;
    const end = this.#units.end[verb] as number;
    const last = words.normal[tokens.word[end - 1] as number] as number;
    const parts = writtenOut.compounds.get(last);
    const isCompound = parts !== undefined || end - (this.#units.first[verb] as number) > 1;
    const noun = (isCompound ? writtenOut.actions.compound : writtenOut.actions.own).get(parts?.at(-1) ?? last);
    if (noun === undefined) return NO_WORDS;
    const { starts, words: written } = this.#unitWords;
    return [...written.subarray(starts[verb], (starts[verb + 1] as number) - 1), noun];
  }

  #expansionOf(acronym: number): readonly number[] | undefined {
    return this.#own?.get(acronym) ?? this.#source.writtenOut.acronyms.agreed.get(acronym);
  }
}
