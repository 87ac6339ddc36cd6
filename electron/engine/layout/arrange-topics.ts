import type { Positions, Watch } from '../model.ts';
import { seededRandom } from '../random.ts';
import { arrangeTopic } from './arrange-topic.ts';
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

/** The papers of each topic around 0,0, in map units. */
export function arrangeTopics(graphs: readonly TopicGraph[], { seed, areaPerPaper, minDistance }: TopicArrangement, watch: Watch): Positions[] {
  const paperCount = graphs.reduce((sum, { offsets }) => sum + offsets.length - 1, 0);
  const steps = Math.max(STEPS.least, Math.min(STEPS.most, Math.round(STEPS.paperSteps / Math.max(1, paperCount))));
  const evenDistance = Math.max(minDistance, EVENNESS * Math.sqrt(areaPerPaper));
  return graphs.map((graph, topic) => {
    watch.check();
    watch.progress({ stage: 'layout', done: topic, total: graphs.length, label: 'Laying out the map' });
    return arrangeTopic(graph, { steps, areaPerPaper, minDistance, evenDistance }, seededRandom(seed + SEED_STEP * topic));
  });
}
