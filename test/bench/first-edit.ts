import { setTimeout as sleep } from 'node:timers/promises';
import { createWorkerClient, type WorkerClient } from '../../electron/hosts/worker/worker-client.ts';
import type { LibraryState } from '../../shared/library-state.ts';
import type { TopicMap } from '../../shared/topic-map.ts';

/** The first correction after a library was opened, in a thread that has done nothing before. */
export interface FirstEditMeasure {
  /** Two concepts merged as soon as the map is there, and once the engine rests. */
  atOnceMs: number;
  restedMs: number;
  /** The same as processor time of all threads. */
  restedProcessorMs: number;
  /** The longest that questions about a paper waited in the meantime, which were asked one after the other, and all but one in a hundred. */
  longestWaitMs: number;
  commonWaitMs: number;
  /** Processor time of the engine in the meantime, questions left out. */
  readyProcessorMs: number;
}

/** How long questions are asked, and the pause after each. */
const QUESTIONS_MS = 8_000;
const PAUSE_MS = 10;

/** The engine rests where it takes less than this part of a processor for so long; beside many other programs it gets a tenth at least. */
const REST = 0.04;
const LOOK_MS = 1_000;
const PATIENCE_MS = 60_000;

/** Measures the first correction of the library that a folder of data opened last. */
export async function measureFirstEdit(dataFolder: string): Promise<FirstEditMeasure> {
  const atOnce = await withEngine(dataFolder, async (engine, state) => timedMerge(engine, state));
  const waits = await withEngine(dataFolder, async (engine, { map }) => questions(engine, map as TopicMap));
  return withEngine(dataFolder, async (engine, state) => {
    const before = processorMs();
    await rest();
    const readyProcessorMs = processorMs() - before;
    const rested = await timedMerge(engine, state);
    return {
      atOnceMs: atOnce.wallMs,
      restedMs: rested.wallMs,
      restedProcessorMs: rested.processorMs,
      longestWaitMs: waits.at(-1) ?? 0,
      commonWaitMs: waits[Math.floor(0.99 * (waits.length - 1))] ?? 0,
      readyProcessorMs,
    };
  });
}

/** Uses the library that is open at the start. */
async function withEngine<T>(dataFolder: string, use: (engine: WorkerClient, state: LibraryState) => Promise<T>): Promise<T> {
  const engine = createWorkerClient({ dataFolder });
  try {
    return await use(engine, await engine.call('library.state', {}));
  } finally {
    await engine.close();
  }
}

/** The merge is taken back. */
async function timedMerge(engine: WorkerClient, { map, mapVersion }: LibraryState): Promise<{ wallMs: number; processorMs: number }> {
  const [one, other] = (map as TopicMap).concepts.slice(40);
  const before = processorMs();
  const startedAt = performance.now();
  await engine.ask('edit.apply', { edit: { kind: 'merge-concepts', concepts: [one?.id ?? ''], into: other?.id ?? '' }, mapVersion: mapVersion ?? '' });
  const taken = { wallMs: performance.now() - startedAt, processorMs: processorMs() - before };
  await engine.call('edit.undo', {});
  return taken;
}

/** Asks about one paper after the other; how long each answer took, the shortest first. */
async function questions(engine: WorkerClient, { papers }: TopicMap): Promise<number[]> {
  const waits: number[] = [];
  const startedAt = performance.now();
  while (performance.now() - startedAt < QUESTIONS_MS) {
    const askedAt = performance.now();
    await engine.ask('paper.get', { paper: papers[waits.length % papers.length]?.id ?? '' });
    waits.push(performance.now() - askedAt);
    await sleep(PAUSE_MS);
  }
  return waits.toSorted((a, b) => a - b);
}

/** Waits until the threads have nothing to do. */
async function rest(): Promise<void> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_MS) {
    const before = processorMs();
    await sleep(LOOK_MS);
    if (processorMs() - before < REST * LOOK_MS) return;
  }
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
