import type { PaperLinks, Watch } from '../model.ts';
import type { SparseMatrix } from '../graph/truncated-svd.ts';

const ROUNDS = 4;

/** What the whole collection counts for a topic's profile, in the unit of the profiles' entries: keeps small topics from swearing by what one paper has. */
const BACKGROUND = 30;

/** What a topic's size counts before a paper has said anything. */
const PRIOR = 0.5;

/**
 * Moves papers to the topic that their concepts and words tell of most, among those that their links lead to: naive Bayes with the topics as classes
 * (Nigam et al. 2000, hard assignments), each paper judged by the others, in a few rounds. Groups of a graph are sharp where papers have many links; this
 * gives those at the edges to the topic that they talk like. -1 stays -1, and no topic loses its last paper.
 */
export function settlePapers(topicOf: Int32Array, links: PaperLinks, profiles: SparseMatrix, watch: Watch): Int32Array {
  const settled = topicOf.slice();
  const count = topicOf.reduce((most, topic) => Math.max(most, topic + 1), 0);
  if (count < 2) return settled;
  const around = linksOfPapers(links, topicOf.length);
  for (let round = 0; round < ROUNDS; round++) {
    watch.check();
    const next = chooseTopics(settled, count, around, profiles);
    const sizes = new Uint32Array(count);
    for (const topic of next) if (topic >= 0) sizes[topic]!++;
    for (const [paper, topic] of settled.entries()) if (topic >= 0 && sizes[topic] === 0) next[paper] = topic;
    if (next.every((topic, paper) => topic === settled[paper])) break;
    settled.set(next);
  }
  return settled;
}

interface Around {
  offsets: Uint32Array;
  papers: Uint32Array;
}

function linksOfPapers({ source, target }: PaperLinks, paperCount: number): Around {
  const offsets = new Uint32Array(paperCount + 1);
  for (const ends of [source, target]) for (const paper of ends) offsets[paper + 1]!++;
  for (let paper = 0; paper < paperCount; paper++) offsets[paper + 1]! += offsets[paper] as number;
  const next = offsets.slice();
  const papers = new Uint32Array(2 * source.length);
  for (const [link, one] of source.entries()) {
    const other = target[link] as number;
    papers[next[one]!++] = other;
    papers[next[other]!++] = one;
  }
  return { offsets, papers };
}

/** Each paper's best topic, told by the topics as they are. */
function chooseTopics(topicOf: Int32Array, count: number, around: Around, profiles: SparseMatrix): Int32Array {
  const speech = new TopicSpeech(topicOf, count, profiles);
  const askedBy = new Int32Array(count).fill(-1);
  return topicOf.map((topic, paper) => {
    if (topic < 0) return topic;
    let best = topic;
    let bestScore = speech.scoreAmongOthers(paper, topic);
    askedBy[topic] = paper;
    for (let place = around.offsets[paper] as number; place < (around.offsets[paper + 1] as number); place++) {
      const other = topicOf[around.papers[place] as number] as number;
      if (other < 0 || askedBy[other] === paper) continue;
      askedBy[other] = paper;
      const score = speech.score(paper, other);
      if (score > bestScore || (score === bestScore && other < best)) {
        best = other;
        bestScore = score;
      }
    }
    return best;
  });
}

/** How each topic talks: what its papers have of each feature, against what all have. */
class TopicSpeech {
  readonly #profiles: SparseMatrix;
  /** Topic × feature: sums of the papers' entries, and the logarithm of how much more there is than in the collection. */
  readonly #found: Float32Array;
  readonly #telling: Float32Array;
  readonly #totals: Float64Array;
  /** Part of each feature in the whole collection. */
  readonly #expected: Float64Array;

  constructor(topicOf: Int32Array, count: number, profiles: SparseMatrix) {
    const { offsets, indices, values, columns } = profiles;
    this.#profiles = profiles;
    this.#found = new Float32Array(count * columns);
    this.#totals = new Float64Array(count);
    this.#expected = new Float64Array(columns);
    let total = 0;
    for (const [paper, topic] of topicOf.entries()) {
      if (topic < 0) continue;
      for (let entry = offsets[paper] as number; entry < (offsets[paper + 1] as number); entry++) {
        const value = values[entry] as number;
        this.#found[topic * columns + (indices[entry] as number)]! += value;
        this.#expected[indices[entry] as number]! += value;
        this.#totals[topic]! += value;
        total += value;
      }
    }
    for (let feature = 0; feature < columns; feature++) this.#expected[feature]! /= total;
    this.#telling = new Float32Array(count * columns);
    for (let topic = 0, cell = 0; topic < count; topic++) {
      const whole = (this.#totals[topic] as number) + BACKGROUND;
      const nothing = Math.log(BACKGROUND / whole);
      for (let feature = 0; feature < columns; feature++, cell++) {
        const found = this.#found[cell] as number;
        const expected = this.#expected[feature] as number;
        this.#telling[cell] = found === 0 ? nothing : Math.log((found + BACKGROUND * expected) / (whole * expected));
      }
    }
  }

  /** The prior of a class, tempered, since words of a paper are not independent of each other. */
  #sizeScore(size: number): number {
    return PRIOR * Math.log(Math.max(size, 1));
  }

  /** How well a topic's speech tells of a paper that is not in it. */
  score(paper: number, topic: number): number {
    const { offsets, indices, values, columns } = this.#profiles;
    const row = topic * columns;
    let score = this.#sizeScore((this.#totals[topic] as number));
    for (let entry = offsets[paper] as number; entry < (offsets[paper + 1] as number); entry++) score += (values[entry] as number) * (this.#telling[row + (indices[entry] as number)] as number);
    return score;
  }

  /** The same for a paper's own topic, as the topic's other papers talk. */
  scoreAmongOthers(paper: number, topic: number): number {
    const { offsets, indices, values, columns } = this.#profiles;
    const [start, end] = [offsets[paper] as number, offsets[paper + 1] as number];
    let own = 0;
    for (let entry = start; entry < end; entry++) own += values[entry] as number;
    const whole = (this.#totals[topic] as number) - own + BACKGROUND;
    let score = this.#sizeScore(whole - BACKGROUND);
    for (let entry = start; entry < end; entry++) {
      const value = values[entry] as number;
      const expected = this.#expected[indices[entry] as number] as number;
      const found = (this.#found[topic * columns + (indices[entry] as number)] as number) - value;
      score += value * Math.log((Math.max(0, found) + BACKGROUND * expected) / (whole * expected));
    }
    return score;
  }
}
