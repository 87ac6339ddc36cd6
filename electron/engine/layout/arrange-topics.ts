import type { Positions, Watch } from '../model.ts';
import type { ThreadPool } from '../parallel/thread-pool.ts';
import { arrangeTopicsTask, type TopicBatch } from './arrange-topics-task.ts';
import type { TopicGraph } from './topic-graphs.ts';

export interface TopicArrangement {
  seed: number;
  /** Map area per paper, in square map units. */
  areaPerPaper: number;
  /** Least distance of two papers' centres. */
  minDistance: number;
  /** Sub-topic of each paper, -1 for none: papers of one sub-topic lie together. */
  subtopicOf: Int32Array | null;
}

/** Papers are moved this part of the mean spacing apart at least, so that each has room for a label. */
const EVENNESS = 0.62;
/** Steps of the arrangement within topics: fewer for large collections. */
const STEPS = { most: 150, least: 60, paperSteps: 1_200_000 };
/** Distance between the seeds of two topics' arrangements. */
const SEED_STEP = 7919;
/** Papers of the topics that a thread takes at a time, at least: some 50 ms of work. Fewer papers than twice as many are left to the caller. */
const BATCH_PAPERS = 1500;

/** The papers of each topic around 0,0, in map units; the same with any number of threads. */
export function arrangeTopics(graphs: readonly TopicGraph[], options: TopicArrangement, watch: Watch, pool: ThreadPool): Positions[] {
  const { seed, areaPerPaper, minDistance } = options;
  const paperCount = graphs.reduce((sum, graph) => sum + papersOf(graph), 0);
  const steps = Math.max(STEPS.least, Math.min(STEPS.most, Math.round(STEPS.paperSteps / Math.max(1, paperCount))));
  const evenDistance = Math.max(minDistance, EVENNESS * Math.sqrt(areaPerPaper));
  const batches = cutIntoBatches(graphs, paperCount < 2 * BATCH_PAPERS ? paperCount : BATCH_PAPERS, seed);
  const report = (done: number) => watch.progress({ stage: 'layout', done, total: batches.length, label: 'Laying out the map' });
  report(0);
  const arranged = pool.map(arrangeTopicsTask, { steps, areaPerPaper, minDistance, evenDistance }, batches, watch, report);
  return arranged.flat();
}

function cutIntoBatches(graphs: readonly TopicGraph[], leastPapers: number, seed: number): TopicBatch[] {
  const batches: TopicBatch[] = [];
  let room = 0;
  for (const [topic, graph] of graphs.entries()) {
    if (room <= 0) {
      batches.push({ graphs: [], seeds: [] });
      room = leastPapers;
    }
    batches.at(-1)?.graphs.push(graph);
    batches.at(-1)?.seeds.push(seed + SEED_STEP * topic);
    room -= papersOf(graph);
  }
  return batches;
}

function papersOf({ offsets }: TopicGraph): number {
  return offsets.length - 1;
}
