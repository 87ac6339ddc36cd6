import type { PaperLinks, Watch } from '../model.ts';
import { shareRows } from '../graph/share-rows.ts';
import type { SparseMatrix } from '../graph/truncated-svd.ts';
import { joinArrays } from '../parallel/join-arrays.ts';
import { sharedFloat32, shareNumbers } from '../parallel/shared-arrays.ts';
import { rowRanges } from '../parallel/task.ts';
import { sharedPool } from '../parallel/thread-pool.ts';
import { settlePapersTask, type TopicSpeech } from './settle-papers-task.ts';
import { graphOfLinks } from './weighted-graph.ts';

const ROUNDS = 4;

/** What the whole collection counts for a topic's profile, in the unit of the profiles' entries: keeps small topics from swearing by what one paper has. */
const BACKGROUND = 30;

/** Papers that one part of the work looks at; fewer are not worth another thread. */
const PAPERS_OF_A_PART = 512;
const FEW_PAPERS = 1500;

/**
 * Moves papers to the topic that their concepts and words tell of most, among those that their links lead to: naive Bayes with the topics as classes
 * (Nigam et al. 2000, hard assignments), each paper judged by the others, in a few rounds. Groups of a graph are sharp where papers have many links; this
 * gives those at the edges to the topic that they talk like. -1 stays -1, and no topic loses its last paper.
 */
export function settlePapers(topicOf: Int32Array, links: PaperLinks, profiles: SparseMatrix, watch: Watch, pool = sharedPool): Int32Array {
  const settled = topicOf.slice();
  const count = topicOf.reduce((most, topic) => Math.max(most, topic + 1), 0);
  if (count < 2) return settled;
  const { offsets, neighbours } = graphOfLinks(links, topicOf.length);
  const around = { offsets: shareNumbers(offsets), papers: shareNumbers(neighbours) };
  const shared = shareRows(profiles);
  for (let round = 0; round < ROUNDS; round++) {
    watch.check();
    const common = { ...around, topicOf: shareNumbers(settled), profiles: shared, speech: topicSpeech(settled, count, shared), background: BACKGROUND };
    const next = joinArrays(Int32Array, pool.map(settlePapersTask, common, rowRanges(settled.length, PAPERS_OF_A_PART, FEW_PAPERS), watch));
    const sizes = new Uint32Array(count);
    for (const topic of next) if (topic >= 0) sizes[topic]!++;
    for (const [paper, topic] of settled.entries()) if (topic >= 0 && sizes[topic] === 0) next[paper] = topic;
    if (next.every((topic, paper) => topic === settled[paper])) break;
    settled.set(next);
  }
  return settled;
}

/** How each topic talks: what its papers have of each feature, against what all have. */
function topicSpeech(topicOf: Int32Array, count: number, { offsets, indices, values, columns }: SparseMatrix): TopicSpeech {
  const found = sharedFloat32(count * columns);
  const totals = new Float64Array(count);
  const expected = new Float64Array(columns);
  let total = 0;
  for (const [paper, topic] of topicOf.entries()) {
    if (topic < 0) continue;
    for (let entry = offsets[paper] as number; entry < (offsets[paper + 1] as number); entry++) {
      const value = values[entry] as number;
      found[topic * columns + (indices[entry] as number)]! += value;
      expected[indices[entry] as number]! += value;
      totals[topic]! += value;
      total += value;
    }
  }
  for (let feature = 0; feature < columns; feature++) expected[feature]! /= total;
  return { found, telling: tellingOf(found, totals, expected), totals, expected: shareNumbers(expected) };
}

/** The logarithm of how much more a topic has of each feature than the collection. */
function tellingOf(found: Float32Array, totals: Float64Array, expected: Float64Array): Float32Array {
  const telling = sharedFloat32(found.length);
  for (let topic = 0, cell = 0; topic < totals.length; topic++) {
    const whole = (totals[topic] as number) + BACKGROUND;
    const nothing = Math.log(BACKGROUND / whole);
    for (let feature = 0; feature < expected.length; feature++, cell++) {
      const has = found[cell] as number;
      const expects = expected[feature] as number;
      telling[cell] = has === 0 ? nothing : Math.log((has + BACKGROUND * expects) / (whole * expects));
    }
  }
  return telling;
}
