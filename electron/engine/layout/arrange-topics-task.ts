import type { Positions } from '../model.ts';
import type { Task } from '../parallel/task.ts';
import { seededRandom } from '../random.ts';
import { arrangeTopic, type ArrangementOptions } from './arrange-topic.ts';
import type { TopicGraph } from './topic-graphs.ts';

/** Topics one after the other. */
export interface TopicBatch {
  graphs: TopicGraph[];
  seeds: number[];
}

/** Arranges the papers of batches of topics, each topic by a seed of its own. */
export const arrangeTopicsTask: Task<ArrangementOptions, TopicBatch, Positions[]> = {
  name: 'layout.arrangeTopics',
  prepare: (options) => ({ graphs, seeds }) => graphs.map((graph, topic) => arrangeTopic(graph, options, seededRandom(seeds[topic] ?? 0))),
};
