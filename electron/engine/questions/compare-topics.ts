import type { ComparedConcept, TopicComparison } from '../../../shared/answers.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import type { StoredIndex } from '../library/concept-index-codec.ts';
import { rowOf } from '../library/details.ts';
import { ConceptRanking } from '../topics/rank-concepts.ts';
import { papersOfTopic } from './papers-of-topic.ts';
import { topicsBridge } from './topics-bridge.ts';

type Pair<T> = [T, T];

/** Concepts of each kind that are told at most. */
const CONCEPTS = 12;
/** A concept that is common in both has to be in so many papers of each, or in all of a smaller topic. */
const LEAST_PAPERS = 2;

/**
 * Two topics side by side: the concepts common in both, those rare elsewhere first; those that set each apart from the other, by log-odds with a prior as topics
 * are named; papers and links between them. A topic beside a sub-topic of its own stands for the rest of it. Throws map.noTopic, map.sameTopic.
 */
export function compareTopics(map: TopicMap, stored: StoredIndex, topics: Pair<string>): TopicComparison {
  if (topics[0] === topics[1]) throw new AtlasError('map.sameTopic');
  const members = apartMembers(map, topics);
  const rowsOf = (papers: ReadonlySet<string>) => Uint32Array.from([...papers].map((paper) => rowOf(stored.papers, paper)).filter((row) => row >= 0));
  const concepts = new TwoTopicConcepts(map, stored, [rowsOf(members[0]), rowsOf(members[1])]);
  const apart = concepts.apart();
  return { topics, shared: concepts.shared(new Set(apart.flat().map(({ id }) => id))), apart, ...topicsBridge(map, members) };
}

/** The papers of each topic; those of a sub-topic are not its topic's beside it. */
function apartMembers(map: TopicMap, topics: Pair<string>): Pair<Set<string>> {
  const [first, second] = [new Set(papersOfTopic(map, topics[0])), new Set(papersOfTopic(map, topics[1]))];
  const parentOf = (topic: string) => map.topics.find(({ id }) => id === topic)?.parent;
  if (parentOf(topics[1]) === topics[0]) return [difference(first, second), second];
  if (parentOf(topics[0]) === topics[1]) return [first, difference(second, first)];
  return [first, second];
}

function difference(papers: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> {
  return new Set([...papers].filter((paper) => !others.has(paper)));
}

/** The concepts of the map in two groups of papers. */
class TwoTopicConcepts {
  readonly #stored: StoredIndex;
  readonly #rows: Pair<Uint32Array>;
  readonly #counts: Pair<Uint32Array>;
  /** By concept of the index, its number of papers; 0 for those that the map does not show. */
  readonly #papersOf: Uint32Array;

  constructor(map: TopicMap, stored: StoredIndex, rows: Pair<Uint32Array>) {
    const shown = new Set(map.concepts.map(({ id }) => id));
    this.#stored = stored;
    this.#rows = rows;
    this.#papersOf = Uint32Array.from(stored.index.concepts, ({ id, papers }) => (shown.has(id) ? papers : 0));
    this.#counts = [this.#countsIn(rows[0]), this.#countsIn(rows[1])];
  }

  /** Concepts about as common in one as in the other, without some. */
  shared(without: ReadonlySet<string>): ComparedConcept[] {
    const { papers } = this.#stored;
    const least = this.#rows.map(({ length }) => Math.min(LEAST_PAPERS, length));
    const found: { concept: number; score: number }[] = [];
    for (const [concept, count] of this.#papersOf.entries()) {
      const isInBoth = this.#counts.every((counts, topic) => (counts[concept] ?? 0) >= Math.max(1, least[topic] ?? 0));
      if (count === 0 || !isInBoth || without.has(this.#stored.index.concepts[concept]?.id ?? '')) continue;
      const shares = this.#sharesOf(concept);
      found.push({ concept, score: Math.min(...shares) * Math.sqrt(Math.min(...shares) / Math.max(...shares)) * Math.log((papers.length + 1) / count) });
    }
    found.sort((a, b) => b.score - a.score || a.concept - b.concept);
    return found.slice(0, CONCEPTS).map(({ concept }) => this.#compared(concept));
  }

  apart(): Pair<ComparedConcept[]> {
    const ranked = new ConceptRanking(this.#stored.index).rank(this.#rows);
    const own = (topic: 0 | 1) => {
      const telling = (ranked[topic] ?? []).filter(({ concept }) => (this.#papersOf[concept] ?? 0) > 0 && this.#leansTo(topic, concept));
      return telling.slice(0, CONCEPTS).map(({ concept }) => this.#compared(concept));
    };
    return [own(0), own(1)];
  }

  #leansTo(topic: 0 | 1, concept: number): boolean {
    const shares = this.#sharesOf(concept);
    return shares[topic] > shares[topic === 0 ? 1 : 0];
  }

  #compared(concept: number): ComparedConcept {
    const { id = '', label = '' } = this.#stored.index.concepts[concept] ?? {};
    return { id, label, shares: this.#sharesOf(concept) };
  }

  #sharesOf(concept: number): Pair<number> {
    const share = (topic: 0 | 1) => (this.#counts[topic][concept] ?? 0) / Math.max(1, this.#rows[topic].length);
    return [share(0), share(1)];
  }

  #countsIn(rows: Uint32Array): Uint32Array {
    const { offsets, indices } = this.#stored.index.paperConcepts;
    const counts = new Uint32Array(this.#stored.index.concepts.length);
    for (const row of rows) {
      for (const concept of indices.subarray(offsets[row] ?? 0, offsets[row + 1] ?? 0)) counts[concept] = (counts[concept] ?? 0) + 1;
    }
    return counts;
  }
}
