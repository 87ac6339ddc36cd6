import type { DatabaseSync } from 'node:sqlite';
import { correctConcepts, type CorrectedConcepts } from '../corrections/correct-concepts.ts';
import type { PaperAt } from '../corrections/split-wordings.ts';
import { findIndex, findIndexAside } from './artefacts.ts';
import type { StoredIndex } from './concept-index-codec.ts';
import type { ThesaurusChoice } from './journal.ts';
import { correctionsKey, thesauriKey, type MapChoice } from './map-choice.ts';
import { onePaper } from './papers-table.ts';

/** An index as the user corrected it, with the ids of the papers that its rows stand for. */
export type CorrectedIndex = StoredIndex & Pick<CorrectedConcepts, 'corrected' | 'hidden'>;

/** Choices of corrections whose indexes are at hand: those before and after the latest edit. */
const KEPT_CORRECTIONS = 3;

/** The concept indexes of a library: as they were found, which the file keeps, and as they are corrected, which is done when needed. */
export class KeptIndexes {
  readonly #database: DatabaseSync;
  #found: { key: string; stored: StoredIndex } | null = null;
  #corrected = new Map<string, CorrectedIndex>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The index as some thesauri made it; null before the first import, and where it is not kept. */
  found(thesauri: ThesaurusChoice): StoredIndex | null {
    const key = thesauriKey(thesauri);
    if (this.#found?.key === key) return this.#found.stored;
    const stored = findIndex(this.#database, thesauri);
    if (stored) this.#take(key, stored);
    return stored;
  }

  /** Makes `found` ready, partly beside other work, unless the library has changed by then. */
  async readAhead(thesauri: ThesaurusChoice, holds: () => boolean, pause: () => Promise<unknown>): Promise<void> {
    const key = thesauriKey(thesauri);
    if (this.#found?.key === key) return;
    const before = this.#found;
    const stored = await findIndexAside(this.#database, thesauri, pause);
    if (stored && holds() && this.#found === before) this.#take(key, stored);
  }

  /** The same with corrections on it. */
  corrected({ thesauri, corrections }: Pick<MapChoice, 'thesauri' | 'corrections'>): CorrectedIndex | null {
    const stored = this.found(thesauri);
    if (!stored) return null;
    const key = correctionsKey(corrections);
    const known = this.#corrected.get(key);
    const index = known ?? correctedIndex(stored, corrections, (row) => onePaper(this.#database, stored.papers[row] ?? ''));
    this.#corrected.delete(key);
    this.#corrected.set(key, index);
    const [oldest] = this.#corrected.keys();
    if (this.#corrected.size > KEPT_CORRECTIONS && oldest !== undefined) this.#corrected.delete(oldest);
    return index;
  }

  /** Takes in what was just found and written, as it is and as it is corrected. */
  written({ thesauri, corrections }: Pick<MapChoice, 'thesauri' | 'corrections'>, stored: StoredIndex, corrected: CorrectedConcepts): void {
    this.#take(thesauriKey(thesauri), stored);
    this.#corrected.set(correctionsKey(corrections), { ...corrected, papers: stored.papers });
  }

  /** Forgets everything, because the file has other indexes now. */
  forget(): void {
    this.#found = null;
    this.#corrected.clear();
  }

  #take(key: string, stored: StoredIndex): void {
    this.#found = { key, stored };
    this.#corrected.clear();
  }
}

function correctedIndex({ papers, index }: StoredIndex, corrections: MapChoice['corrections'], paperAt: PaperAt): CorrectedIndex {
  return { papers, ...correctConcepts(index, corrections, paperAt) };
}
