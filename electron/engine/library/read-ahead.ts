import { setTimeout as sleep } from 'node:timers/promises';
import type { Paper } from '../../../shared/paper.ts';
import { compareText } from '../../../shared/text.ts';
import type { LibraryContents, Snapshot } from './library-contents.ts';
import { papersAfter } from './papers-table.ts';

/** A map of fewer papers is made from nothing before anybody notices; to make a larger one again would take a thread for too long. */
const LEAST_PAPERS = 50;
const MOST_PAPERS = 25_000;

/** Papers that are read at a time: some 5 ms. */
const PAPERS_OF_A_PIECE = 200;

/** Between two pieces, so that whatever is asked for comes first. */
const PAUSE_MS = 5;

/**
 * Gets ready what the first correction of a library needs after it was opened, a little at a time and beside other work: papers, concepts, the places of the last import, and on another
 * thread what the map was made of. It changes nothing but the time that the correction takes, and stops where the library is closed or another map is shown.
 */
export class ReadAhead {
  readonly #contents: LibraryContents;
  #isStopped = false;
  #letGo: () => void = () => undefined;

  constructor(contents: LibraryContents) {
    this.#contents = contents;
  }

  /** Does it; at most once. */
  async run(): Promise<void> {
    const known = this.#contents.database.isOpen ? this.#contents.known : null;
    const count = known?.map?.computed.papers.length ?? 0;
    if (!known?.map || count < LEAST_PAPERS || count > MOST_PAPERS) return;
    const { indexes, maps } = this.#contents.sources;
    const { choice } = known;
    const holds = () => this.#holds(known);
    const steps: (() => Promise<void>)[] = [
      () => this.#readPapers(known),
      () => indexes.readAhead(choice.thesauri, holds, pause),
      async () => void indexes.corrected(choice),
      () => maps.readAhead(choice.thesauri, holds),
      async () => this.#startStages(known),
    ];
    for (const step of steps) {
      await pause();
      if (!holds()) return;
      await step();
    }
  }

  /** Ends it, and lets go of what was made that no correction has taken. */
  stop(): void {
    this.#isStopped = true;
    this.#letGo();
  }

  /** Whether the map is still shown that was when it began. */
  #holds({ map }: Snapshot): boolean {
    return !this.#isStopped && this.#contents.database.isOpen && this.#contents.known?.map?.computed === map?.computed;
  }

  async #readPapers(known: Snapshot): Promise<void> {
    const { database, version } = this.#contents;
    const papers: Paper[] = [];
    for (;;) {
      const piece = papersAfter(database, papers.at(-1)?.id ?? '', PAPERS_OF_A_PIECE);
      papers.push(...piece);
      if (piece.length < PAPERS_OF_A_PIECE) break;
      await pause();
      if (!this.#holds(known)) return;
    }
    if (this.#contents.version === version) this.#contents.takePapers(papers.sort((a, b) => compareText(a.id, b.id)));
  }

  #startStages({ choice, map }: Snapshot): void {
    const { indexes, stages } = this.#contents.sources;
    const index = indexes.corrected(choice)?.index;
    if (index && map) this.#letGo = stages.makeReady({ papers: this.#contents.papers(), index, settings: choice.settings, map: map.computed });
  }
}

function pause(): Promise<unknown> {
  return sleep(PAUSE_MS, undefined, { ref: false });
}
