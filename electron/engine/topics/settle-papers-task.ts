import type { SparseMatrix } from '../graph/truncated-svd.ts';
import type { RowRange, Task } from '../parallel/task.ts';

/** How each topic talks. */
export interface TopicSpeech {
  /** Topic × feature: sums of the papers' entries, and the logarithm of how much more there is than in the collection. */
  found: Float32Array;
  telling: Float32Array;
  /** All entries of each topic's papers. */
  totals: Float64Array;
  /** Part of each feature in the whole collection. */
  expected: Float64Array;
}

export interface SettleCommon {
  topicOf: Int32Array;
  /** Papers linked to each: paper p's are papers[offsets[p]..offsets[p+1]). */
  offsets: Uint32Array;
  papers: Uint32Array;
  profiles: SparseMatrix;
  speech: TopicSpeech;
  /** What the whole collection counts for a topic's profile. */
  background: number;
}

/** What a topic's size counts before a paper has said anything. */
const PRIOR = 0.5;

/** Chooses the best topic of each paper in a range, told by the topics as they are; see settlePapers. */
export const settlePapersTask: Task<SettleCommon, RowRange, Int32Array> = {
  name: 'topics.settlePapers',
  prepare(common) {
    const chooser = new TopicChooser(common);
    return ([from, to]) => Int32Array.from({ length: to - from }, (_, place) => chooser.choose(from + place));
  },
};

class TopicChooser {
  readonly #common: SettleCommon;
  readonly #speech: TopicSpeech;
  readonly #profiles: SparseMatrix;
  readonly #background: number;
  /** By topic: the last paper that it was scored for. */
  readonly #askedBy: Int32Array;

  constructor(common: SettleCommon) {
    this.#common = common;
    this.#speech = common.speech;
    this.#profiles = common.profiles;
    this.#background = common.background;
    this.#askedBy = new Int32Array(common.speech.totals.length).fill(-1);
  }

  choose(paper: number): number {
    const { topicOf, offsets, papers } = this.#common;
    const askedBy = this.#askedBy;
    const topic = topicOf[paper] as number;
    if (topic < 0) return topic;
    let best = topic;
    let bestScore = this.#scoreAmongOthers(paper, topic);
    askedBy[topic] = paper;
    for (let place = offsets[paper] as number; place < (offsets[paper + 1] as number); place++) {
      const other = topicOf[papers[place] as number] as number;
      if (other < 0 || askedBy[other] === paper) continue;
      askedBy[other] = paper;
      const score = this.#score(paper, other);
      if (score > bestScore || (score === bestScore && other < best)) {
        best = other;
        bestScore = score;
      }
    }
    return best;
  }

  /** The prior of a class, tempered, since words of a paper are not independent of each other. */
  #sizeScore(size: number): number {
    return PRIOR * Math.log(Math.max(size, 1));
  }

  /** How well a topic's speech tells of a paper that is not in it. */
  #score(paper: number, topic: number): number {
    const { offsets, indices, values, columns } = this.#profiles;
    const { telling, totals } = this.#speech;
    const row = topic * columns;
    let score = this.#sizeScore(totals[topic] as number);
    for (let entry = offsets[paper] as number; entry < (offsets[paper + 1] as number); entry++) score += (values[entry] as number) * (telling[row + (indices[entry] as number)] as number);
    return score;
  }

  /** The same for a paper's own topic, as the topic's other papers talk. */
  #scoreAmongOthers(paper: number, topic: number): number {
    const { offsets, indices, values, columns } = this.#profiles;
    const { found, totals, expected } = this.#speech;
    const background = this.#background;
    const [start, end] = [offsets[paper] as number, offsets[paper + 1] as number];
    let own = 0;
    for (let entry = start; entry < end; entry++) own += values[entry] as number;
    const whole = (totals[topic] as number) - own + background;
    let score = this.#sizeScore(whole - background);
    for (let entry = start; entry < end; entry++) {
      const value = values[entry] as number;
      const expects = expected[indices[entry] as number] as number;
      const has = (found[topic * columns + (indices[entry] as number)] as number) - value;
      score += value * Math.log((Math.max(0, has) + background * expects) / (whole * expects));
    }
    return score;
  }
}
