import type { ConceptIndex, TopicPartition } from '../model.ts';
import { nestsWords, wordsOf } from './label-words.ts';

export interface TopicLabel {
  label: string;
  /** Concept indices, most telling first. */
  concepts: number[];
}

export interface LabelOptions {
  /** Concepts in a name at most. */
  nameConcepts: number;
  /** Concepts listed per topic at most. */
  listedConcepts: number;
  /** A name grows no longer than this, in characters, unless its first two concepts are. */
  nameLength: number;
}

export const DEFAULT_LABEL_OPTIONS: LabelOptions = { nameConcepts: 3, listedConcepts: 12, nameLength: 44 };

/** What the second and third concept of a name must score, as parts of the first one's score. */
const LEAST_SCORES = [1 / 8, 1 / 3];

/** A concept that a smaller part of a topic's papers mention says little of the topic, however much it says of those papers. */
const TYPICAL_SHARE = 0.25;

interface Candidate {
  concept: number;
  score: number;
}

/**
 * A name for each topic, "Quantization · post-training · rounding", and its most telling concepts.
 *
 * A concept tells of a topic when it is frequent inside and rare outside: its mean value in the topic's papers times the
 * logarithm of how much more often they mention it than other papers do (smoothed odds, after Monroe et al. 2008, without their variance), less where only a few of them mention it.
 * No name holds two concepts of which one's words are all in the other, and no two topics have the same name.
 */
export function labelTopics(index: ConceptIndex, partition: TopicPartition, options: Partial<LabelOptions> = {}): TopicLabel[] {
  const all = { ...DEFAULT_LABEL_OPTIONS, ...options };
  const taken = new Set<string>();
  return rankConcepts(index, partition).map((candidates, topic) => {
    const label = uniqueName(index, candidates, all, taken) ?? `Topic ${topic + 1}`;
    taken.add(label.toLowerCase());
    return { label, concepts: candidates.slice(0, all.listedConcepts).map(({ concept }) => concept) };
  });
}

/** Power to which a concept's probability in a paper is raised, so that it counts for a topic that many of its papers have a concept at all. */
const FLATTENING = 0.25;

/** Each topic's concepts, most telling first. */
function rankConcepts(index: ConceptIndex, partition: TopicPartition): Candidate[][] {
  const { offsets, indices, values: probabilities } = index.paperConcepts;
  const values = probabilities.map((probability) => probability ** FLATTENING);
  const papersOfTopic = new Uint32Array(partition.count);
  const papersOfConcept = new Uint32Array(index.concepts.length);
  const inside = Array.from({ length: partition.count }, () => new Map<number, { papers: number; value: number }>());
  for (const [paper, topic] of partition.topicOf.entries()) {
    if (topic >= 0) papersOfTopic[topic] = (papersOfTopic[topic] ?? 0) + 1;
    for (let entry = offsets[paper] ?? 0; entry < (offsets[paper + 1] ?? 0); entry++) {
      const concept = indices[entry] ?? 0;
      papersOfConcept[concept] = (papersOfConcept[concept] ?? 0) + 1;
      const known = inside[topic]?.get(concept);
      if (known) {
        known.papers++;
        known.value += values[entry] ?? 0;
      } else inside[topic]?.set(concept, { papers: 1, value: values[entry] ?? 0 });
    }
  }
  const paperCount = partition.topicOf.length;
  return inside.map((concepts, topic) => {
    const size = papersOfTopic[topic] ?? 1;
    const candidates = Array.from(concepts, ([concept, { papers, value }]): Candidate => {
      const odds = (papers + 0.5) / (size - papers + 0.5);
      const outside = (papersOfConcept[concept] ?? 0) - papers;
      const oddsOutside = (outside + 0.5) / (paperCount - size - outside + 0.5);
      const typical = Math.min(1, papers / Math.max(2, TYPICAL_SHARE * size)) ** 2;
      return { concept, score: typical * (value / size) * Math.log(odds / oddsOutside) };
    });
    return candidates.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.concept - b.concept);
  });
}

/** The best name that no other topic has; null without concepts. */
function uniqueName(index: ConceptIndex, candidates: readonly Candidate[], options: LabelOptions, taken: ReadonlySet<string>): string | null {
  for (let skipped = 0; skipped < candidates.length; skipped++) {
    const [first, ...rest] = candidates;
    if (!first) return null;
    const chosen = chooseConcepts(index, [first, ...rest.slice(skipped)], options);
    const name = nameOf(index, chosen);
    if (!taken.has(name.toLowerCase())) return name;
  }
  return null;
}

function chooseConcepts(index: ConceptIndex, candidates: readonly Candidate[], options: LabelOptions): Candidate[] {
  const chosen: Candidate[] = [];
  const wordsOfChosen: string[][] = [];
  let length = 0;
  for (const candidate of candidates) {
    const best = chosen[0];
    if (chosen.length >= options.nameConcepts || (best && candidate.score < best.score * (LEAST_SCORES[chosen.length - 1] ?? 1))) break;
    const label = index.concepts[candidate.concept]?.label ?? '';
    const words = wordsOf(label);
    if (wordsOfChosen.some((other) => nestsWords(other, words))) continue;
    if (chosen.length >= 2 && (length + label.length > options.nameLength || wordsOfChosen.some((other) => other.at(-1) === words.at(-1)))) continue;
    chosen.push(candidate);
    wordsOfChosen.push(words);
    length += label.length + 3;
  }
  return chosen;
}

function nameOf(index: ConceptIndex, chosen: readonly Candidate[]): string {
  const name = chosen.map(({ concept }) => index.concepts[concept]?.label ?? '').join(' · ');
  const [firstWord = ''] = name.split(/[\s·]/, 1);
  return /^\p{Ll}+(-|$)/u.test(firstWord) ? name.slice(0, 1).toUpperCase() + name.slice(1) : name;
}
