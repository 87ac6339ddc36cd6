import type { Task } from '../parallel/task.ts';
import { seededRandom } from '../random.ts';
import { findCommunities, type Effort } from './find-communities.ts';
import type { WeightedGraph } from './weighted-graph.ts';

export interface CommunityRuns {
  graph: WeightedGraph;
  effort: Effort;
  resolution: number;
}

/** Searches a graph for communities once for each of a list of seeds. */
export const communityRunsTask: Task<CommunityRuns, readonly number[], Int32Array[]> = {
  name: 'topics.communityRuns',
  prepare: ({ graph, effort, resolution }) => (seeds) => seeds.map((seed) => findCommunities(graph, effort, { resolution, check: () => undefined, random: seededRandom(seed) })),
};
