import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from '../../electron/engine/engine.ts';
import type { Edit } from '../../shared/edit.ts';
import type { LibraryState } from '../../shared/library-state.ts';
import { changedMap } from '../../shared/map-change.ts';
import { mainTopics, type MapConcept, type TopicMap } from '../../shared/topic-map.ts';
import { measureFirstEdit, type FirstEditMeasure } from './first-edit.ts';
import { firstPapers } from './first-papers.ts';

/** What one kind of edit takes, from the command reaching the engine to its reply: the best of some rounds. */
export interface EditMeasure {
  name: string;
  wallMs: number;
  /** Of all threads. */
  processorMs: number;
  /** Of the reply, as text. */
  kilobytes: number;
}

const ROUNDS = 4;

/** An edit of each kind; each round has concepts and papers of its own. */
const EDITS: { name: string; edit: (map: TopicMap, round: number) => Edit }[] = [
  { name: 'merge two concepts', edit: (map, round) => ({ kind: 'merge-concepts', concepts: [conceptAt(map, 40, round).id], into: conceptAt(map, 41, round).id }) },
  { name: 'merge two rare concepts', edit: (map, round) => ({ kind: 'merge-concepts', concepts: [conceptAt(map, 1200, round).id], into: conceptAt(map, 1201, round).id }) },
  { name: 'hide a concept', edit: (map, round) => ({ kind: 'hide-concepts', concepts: [conceptAt(map, 43, round).id] }) },
  { name: 'split off a wording', edit: splitting },
  { name: 'keep two concepts apart', edit: (map, round) => ({ kind: 'keep-apart', concepts: [conceptAt(map, 44, round).id, conceptAt(map, 45, round).id] }) },
  { name: 'another resolution', edit: (_, round) => ({ kind: 'settings', settings: { resolution: 1.3 + round / 7 } }) },
  { name: 'rename a concept', edit: (map, round) => ({ kind: 'rename-concept', concept: conceptAt(map, 46, round).id, label: `a name of round ${round}` }) },
  { name: 'move a paper', edit: (map, round) => ({ kind: 'move', nodes: [{ id: map.papers[round]?.id ?? '', x: round, y: 0 }] }) },
  { name: 'rename a topic', edit: (map, round) => ({ kind: 'rename-topic', topic: mainTopics(map)[round]?.id ?? '', label: `A topic of round ${round}` }) },
  { name: 'merge two topics', edit: (map) => ({ kind: 'merge-topics', topics: [mainTopics(map)[3]?.id ?? ''], into: mainTopics(map)[2]?.id ?? '' }) },
];

/** Measures edits of a library of so many papers (the first of a JSON Lines file, or generated ones), and undo of each; then the first edit after it was opened. Takes a minute at 2,000. */
export async function measureEdits(papers: number, file: string | null): Promise<{ edits: EditMeasure[]; first: FirstEditMeasure }> {
  const folder = mkdtempSync(join(tmpdir(), 'concept-atlas-edits-'));
  const engine = new Engine({ dataFolder: folder });
  try {
    const path = await firstPapers(join(folder, 'papers.jsonl'), papers, file);
    const { state } = await engine.call('library.import', { files: [{ path, name: 'papers.jsonl' }] });
    const edits = await measured(engine, state);
    await engine.close();
    return { edits, first: await measureFirstEdit(folder) };
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(engine: Engine, first: LibraryState): Promise<EditMeasure[]> {
  const page = { map: first.map as TopicMap, mapVersion: first.mapVersion ?? '' };
  const take = (reply: LibraryState) => {
    page.map = reply.mapChange ? changedMap(page.map, reply.mapChange) : (reply.map ?? page.map);
    page.mapVersion = reply.mapVersion ?? '';
  };
  const results: EditMeasure[] = [];
  const undone = unmeasured('undo');
  for (const { name, edit } of EDITS) {
    const best = unmeasured(name);
    for (let round = 0; round < ROUNDS; round++) {
      const asked = edit(page.map, round);
      take(await timed(best, () => engine.call('edit.apply', { edit: asked, mapVersion: page.mapVersion })));
    }
    take(await timed(undone, () => engine.call('edit.undo', { mapVersion: page.mapVersion })));
    results.push(best);
  }
  return [...results, undone];
}

function unmeasured(name: string): EditMeasure {
  return { name, wallMs: Number.POSITIVE_INFINITY, processorMs: Number.POSITIVE_INFINITY, kilobytes: 0 };
}

async function timed(best: EditMeasure, run: () => Promise<LibraryState>): Promise<LibraryState> {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const reply = await run();
  best.wallMs = Math.min(best.wallMs, performance.now() - startedAt);
  const { user, system } = process.cpuUsage(before);
  best.processorMs = Math.min(best.processorMs, (user + system) / 1000);
  best.kilobytes = Math.max(best.kilobytes, JSON.stringify(reply).length / 1000);
  return reply;
}

/** A concept at some place of the map's list, which begins with those in most papers; fewer where the list is short. */
function conceptAt({ concepts }: TopicMap, place: number, round: number): MapConcept {
  return concepts[(place + 10 * round) % concepts.length] as MapConcept;
}

function splitting({ concepts }: TopicMap, round: number): Edit {
  const several = concepts.filter(({ aliases }) => aliases.length > 1);
  const concept = several[(20 + round) % several.length] as MapConcept;
  return { kind: 'split-wording', concept: concept.id, wording: concept.aliases[0] ?? '' };
}
