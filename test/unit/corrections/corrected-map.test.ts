import { describe, expect, it, vi } from 'vitest';
import { referenceTo, type ConceptCorrection } from '../../../electron/engine/corrections/concept-correction.ts';
import { correctConcepts } from '../../../electron/engine/corrections/correct-concepts.ts';
import * as linking from '../../../electron/engine/graph/link-papers.ts';
import { DEFAULT_VECTOR_OPTIONS, paperVectors, type PaperVectors } from '../../../electron/engine/graph/paper-vectors.ts';
import { UNWATCHED, type ConceptIndex } from '../../../electron/engine/model.ts';
import { buildMap } from '../../../electron/engine/pipeline.ts';
import { REAL_STAGES } from '../../../electron/engine/real-stages.ts';
import { DEFAULT_MAP_SETTINGS } from '../../../shared/settings.ts';
import { seededRandom } from '../../../electron/engine/random.ts';
import { indexOf, plantTopics } from '../../support/planted-index.ts';

vi.mock(import('../../../electron/engine/graph/link-papers.ts'), { spy: true });

/** A made-up collection, each with an index object of its own. */
const planted = () => plantTopics({ topics: 4, papersPerTopic: 20, seed: 3 });

/** 600 papers of thirty fields with eight concepts each, three or four of which a paper has. */
function fields(): ConceptIndex {
  const random = seededRandom(5);
  const concepts = Array.from({ length: 240 }, (_, place) => ({ label: `concept ${String(place).padStart(3, '0')}` }));
  return indexOf(concepts, Array.from({ length: 600 }, (_, paper) => [...new Set(Array.from({ length: 4 }, () => (paper % 30) * 8 + Math.floor(random() * 8)))].map((concept) => [concept, 1] as const)));
}

function corrected(index: ConceptIndex, ...corrections: ConceptCorrection[]): ConceptIndex {
  return correctConcepts(index, corrections, () => null).index;
}

const reference = (index: ConceptIndex, place: number) => referenceTo(index.concepts[place] ?? { id: '', label: '', aliases: [] });

describe('the map of corrected concepts', () => {
  it('is the same, whether it is made of the last one or from nothing', () => {
    const { index, papers } = planted();
    const rename: ConceptCorrection = { kind: 'rename-concept', concept: reference(index, 0), label: 'a new name' };
    const merge: ConceptCorrection = { kind: 'merge-concepts', concepts: [reference(index, 1)], into: reference(index, 2) };
    for (const corrections of [[rename], [merge], [merge, rename], [rename]]) {
      const one = REAL_STAGES.buildMap(papers, DEFAULT_MAP_SETTINGS, { index: corrected(index, ...corrections) }, UNWATCHED);
      const other = buildMap(papers, DEFAULT_MAP_SETTINGS, { index: corrected(index, ...corrections) }, UNWATCHED).map;
      expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    }
  });

  it('links papers anew only where links change: not for names, nor for concepts kept apart that are apart', () => {
    const { index, papers } = planted();
    const build = (...corrections: ConceptCorrection[]) => {
      const before = vi.mocked(linking.linkForMapAndTopics).mock.calls.length;
      const map = REAL_STAGES.buildMap(papers, DEFAULT_MAP_SETTINGS, { index: corrected(index, ...corrections) }, UNWATCHED);
      return { map, linked: vi.mocked(linking.linkForMapAndTopics).mock.calls.length - before };
    };
    const rename: ConceptCorrection = { kind: 'rename-concept', concept: reference(index, 0), label: 'a new name' };
    const apart: ConceptCorrection = { kind: 'keep-apart', concepts: [reference(index, 1), reference(index, 2)] };
    const hide: ConceptCorrection = { kind: 'hide-concepts', concepts: [reference(index, 3)] };
    expect(build().linked).toBe(1);
    expect(build(rename).linked).toBe(0);
    const named = build(rename, apart);
    expect([named.linked, named.map.concepts.some(({ label }) => label === 'a new name')]).toEqual([0, true]);
    expect(build(rename, apart, hide).linked).toBe(1);
    expect(build(rename, apart).linked).toBe(1);
  });
});

describe('company of corrected concepts', () => {
  const nearTo = (index: ConceptIndex, { near }: PaperVectors, id: string) => {
    const place = index.concepts.findIndex((concept) => concept.id === id);
    return Array.from(near.indices.subarray(near.offsets[place], near.offsets[place + 1]), (other, rank) => [index.concepts[other]?.id ?? '', near.values[(near.offsets[place] ?? 0) + rank] ?? 0] as const);
  };

  it('is that of both for a merged one, itself left out, and stays for the others', () => {
    const index = fields();
    const vectors = paperVectors(index, DEFAULT_VECTOR_OPTIONS);
    const withCompany = index.concepts.filter(({ id }) => nearTo(index, vectors, id).length > 1);
    const [into] = withCompany;
    const [partner = ''] = nearTo(index, vectors, into?.id ?? '')[0] ?? [];
    const from = index.concepts.find(({ id }) => id === partner);
    if (!into || !from) throw new Error('no concept has company');
    const merged = corrected(index, { kind: 'merge-concepts', concepts: [referenceTo(from)], into: referenceTo(into) });
    const expected = new Map<string, number>();
    for (const [id, value] of [...nearTo(index, vectors, into.id), ...nearTo(index, vectors, from.id)]) if (id !== into.id && id !== from.id) expected.set(id, Math.max(value, expected.get(id) ?? 0));
    const best = [...expected.values()].sort((a, b) => b - a).slice(0, 10);
    const after = nearTo(merged, paperVectors(merged, DEFAULT_VECTOR_OPTIONS), into.id);
    expect(after.map(([, value]) => value)).toEqual(best);
    for (const [id, value] of after) expect(expected.get(id)).toBe(value);
  });
});
