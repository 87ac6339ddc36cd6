import type { Concept, ConceptIndex } from '../../electron/engine/model.ts';
import { seededRandom } from '../../electron/engine/random.ts';
import type { Paper } from '../../shared/paper.ts';

const FIELDS = ['pruning', 'quantization', 'adapters', 'diffusion', 'causality', 'retrieval', 'planning', 'speech', 'proteins', 'vision', 'fairness', 'games'];
const ASPECTS = ['theory', 'benchmark', 'schedule', 'hardware', 'gradient', 'sampling', 'scaling', 'robustness', 'search', 'calibration'];
const COMMON = ['neural network', 'training', 'optimization', 'evaluation'];

export interface PlantedOptions {
  topics: number;
  papersPerTopic: number;
  /** Papers that mention a concept of their own only. */
  loners?: number;
  seed?: number;
}

/** A made-up index of papers in known topics: `topicOf` is -1 for papers that share nothing. */
export interface Planted {
  index: ConceptIndex;
  topicOf: number[];
  papers: Paper[];
}

/** An index whose rows are given as [concept index, value] pairs, best first. */
export function indexOf(concepts: readonly (Partial<Concept> & { label: string })[], rows: readonly (readonly (readonly [number, number])[])[]): ConceptIndex {
  const offsets = new Uint32Array(rows.length + 1);
  for (const [row, entries] of rows.entries()) offsets[row + 1] = (offsets[row] ?? 0) + entries.length;
  const entries = rows.flat();
  return {
    concepts: concepts.map((concept, place) => ({
      id: concept.label.replaceAll(' ', '-').toLowerCase(),
      aliases: [],
      papers: rows.filter((row) => row.some(([known]) => known === place)).length,
      broader: [],
      joins: [],
      ...concept,
    })),
    paperConcepts: { offsets, indices: Uint32Array.from(entries, ([concept]) => concept), values: Float32Array.from(entries, ([, value]) => value) },
    mentions: { offsets: new Uint32Array(rows.length + 1), concept: new Uint32Array(), field: new Uint8Array(), start: new Uint32Array(), end: new Uint32Array() },
  };
}

export function plantedPaper(id: string): Paper {
  const source = { file: 'planted', line: 1, format: 'jsonl' as const };
  return { id, title: `Paper ${id}`, abstract: '', year: 2024, authors: [], venue: null, doi: null, arxiv: null, url: null, keywords: [], citations: null, source };
}

/** Papers of planted topics: five concepts of the own topic each, one that all topics share, now and then one of another topic. */
export function plantTopics({ topics, papersPerTopic, loners = 0, seed = 1 }: PlantedOptions): Planted {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const concepts = Array.from({ length: topics * ASPECTS.length }, (_, place) => ({
    label: `${FIELDS[Math.floor(place / ASPECTS.length)] ?? `field ${Math.floor(place / ASPECTS.length)}`} ${ASPECTS[place % ASPECTS.length]}`,
  }));
  const commonStart = concepts.length;
  concepts.push(...COMMON.map((label) => ({ label })), ...Array.from({ length: loners }, (_, place) => ({ label: `curiosity ${place}` })));
  const paperCount = topics * papersPerTopic + loners;
  const topicOf = Array.from({ length: paperCount }, (_, paper) => (paper < topics * papersPerTopic ? paper % topics : -1));
  const rows = topicOf.map((topic, paper) => {
    if (topic < 0) return [[commonStart + COMMON.length + paper - topics * papersPerTopic, 1] as const];
    const chosen = new Set<number>();
    while (chosen.size < 5) chosen.add(topic * ASPECTS.length + pick(ASPECTS.length));
    chosen.add(commonStart + pick(COMMON.length));
    if (random() < 0.25) chosen.add(pick(commonStart));
    return [...chosen].map((concept, place) => [concept, 1 - place / 10] as const);
  });
  const papers = topicOf.map((_, paper) => plantedPaper(`p${String(paper).padStart(5, '0')}`));
  return { index: indexOf(concepts, rows), topicOf, papers };
}
