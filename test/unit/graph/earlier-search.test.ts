import { describe, expect, it, vi } from 'vitest';
import type { ConceptCorrection } from '../../../electron/engine/corrections/concept-correction.ts';
import { referenceTo } from '../../../electron/engine/corrections/concept-correction.ts';
import { correctConcepts } from '../../../electron/engine/corrections/correct-concepts.ts';
import * as earlierSearch from '../../../electron/engine/graph/earlier-search.ts';
import { linkForMapAndTopics, type LinkOptions } from '../../../electron/engine/graph/link-papers.ts';
import { SIMILARITIES } from '../../../electron/engine/graph/similarity.ts';
import { UNWATCHED, type ConceptIndex, type SparseRows } from '../../../electron/engine/model.ts';
import { seededRandom } from '../../../electron/engine/random.ts';
import { SIMILARITY_IDS } from '../../../shared/settings.ts';
import { indexOf } from '../../support/planted-index.ts';

vi.mock(import('../../../electron/engine/graph/earlier-search.ts'), { spy: true });

const PAPERS = 700;
const CONCEPTS = 260;

/** Papers of thirty fields with words of their own, and two concepts that most papers have: more of them than are looked up for a concept. */
function collection(): ConceptIndex {
  const random = seededRandom(11);
  const value = () => Math.fround(0.2 + 0.8 * random());
  const fieldOf = (paper: number) => paper % 30;
  const concepts = Array.from({ length: CONCEPTS }, (_, place) => ({ label: `concept ${String(place).padStart(3, '0')}` }));
  const rows = Array.from({ length: PAPERS }, (_, paper) => {
    const own = Array.from({ length: 5 }, () => fieldOf(paper) * 8 + Math.floor(random() * 8));
    const common = [240, 241, 242 + Math.floor(random() * 18)].filter(() => random() < 0.8);
    return [...new Set([...own, ...common])].map((concept) => [concept, value()] as const).sort((a, b) => b[1] - a[1]);
  });
  return { ...indexOf(concepts, rows), paperWords: wordsOf(fieldOf, random) };
}

function wordsOf(fieldOf: (paper: number) => number, random: () => number): SparseRows {
  const rows = Array.from({ length: PAPERS }, (_, paper) => [...new Set(Array.from({ length: 30 }, () => (random() < 0.5 ? fieldOf(paper) * 20 : 600) + Math.floor(random() * 20)))].sort((a, b) => a - b));
  const offsets = new Uint32Array(PAPERS + 1);
  for (const [paper, row] of rows.entries()) offsets[paper + 1] = (offsets[paper] as number) + row.length;
  return { offsets, indices: Uint32Array.from(rows.flat()), values: Float32Array.from(rows.flat(), () => 1 + Math.floor(random() * 3)) };
}

const index = collection();
const reference = (place: number) => referenceTo(index.concepts[place] ?? { id: '', label: '', aliases: [] });
const CORRECTIONS: ConceptCorrection[] = [
  { kind: 'merge-concepts', concepts: [reference(3)], into: reference(4) },
  { kind: 'hide-concepts', concepts: [reference(90)] },
  { kind: 'merge-concepts', concepts: [reference(250), reference(17)], into: reference(120) },
  { kind: 'rename-concept', concept: reference(8), label: 'another name' },
  { kind: 'hide-concepts', concepts: [reference(240)] },
  { kind: 'merge-concepts', concepts: [reference(60)], into: reference(61) },
];

/** Links of the collection with ever more corrections, each from the one before, beside those made from nothing. */
function chains(options: Partial<LinkOptions>) {
  let earlier = { index, graph: linkForMapAndTopics(index, options) };
  return CORRECTIONS.map((_, last) => {
    const corrected = correctConcepts(index, CORRECTIONS.slice(0, last + 1), () => null).index;
    const graph = linkForMapAndTopics(corrected, options, UNWATCHED, earlier);
    earlier = { index: corrected, graph };
    return { graph, anew: linkForMapAndTopics(corrected, options) };
  });
}

describe('links after a correction', () => {
  it.each(SIMILARITY_IDS)('taken over from those before are the very links made from nothing, by %s', { timeout: 60_000 }, (similarity) => {
    vi.mocked(earlierSearch.takenOver).mockClear();
    for (const { graph, anew } of chains({ similarity: SIMILARITIES[similarity] })) {
      expect(graph.links).toEqual(anew.links);
      expect(graph.topicLinks).toEqual(anew.topicLinks);
      expect(graph.memory?.links.candidates).toEqual(anew.memory?.links.candidates);
      expect(graph.memory?.topics.candidates).toEqual(anew.memory?.topics.candidates);
    }
    const taken = vi.mocked(earlierSearch.takenOver).mock.results.filter(({ value }) => value !== null);
    expect(taken.length, 'searches that took something over').toBeGreaterThan(4);
  });
});
