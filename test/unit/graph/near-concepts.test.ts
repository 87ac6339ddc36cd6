import { describe, expect, it } from 'vitest';
import { commonCompany, explainVectors } from '../../../electron/engine/graph/explain-link.ts';
import { DEFAULT_VECTOR_OPTIONS, paperVectors } from '../../../electron/engine/graph/paper-vectors.ts';
import { seededRandom } from '../../../electron/engine/random.ts';
import { indexOf } from '../../support/planted-index.ts';

const FIELDS = 70;
const COMPANIONS = 8;

/** Papers of seventy fields with eight companions each; in the first field a paper has LoRA or adapters, never both. */
function collection() {
  const random = seededRandom(3);
  const concepts = Array.from({ length: FIELDS * COMPANIONS }, (_, place) => ({ label: `companion ${place}` }));
  const lora = concepts.push({ label: 'LoRA' }) - 1;
  const adapters = concepts.push({ label: 'adapters' }) - 1;
  const rows = Array.from({ length: 16 * FIELDS }, (_, paper) => {
    const field = paper % FIELDS;
    const chosen = new Set<number>();
    while (chosen.size < 5) chosen.add(field * COMPANIONS + Math.floor(random() * COMPANIONS));
    if (field === 0) chosen.add(paper % (2 * FIELDS) === 0 ? lora : adapters);
    return [...chosen].map((concept) => [concept, 1] as const);
  });
  const [left, right] = [rows.push([[lora, 1]]) - 1, rows.push([[adapters, 1]]) - 1];
  return { index: indexOf(concepts, rows), lora, adapters, left, right };
}

describe('concepts that keep the same company', () => {
  const { index, lora, adapters, left, right } = collection();
  const vectors = paperVectors(index, DEFAULT_VECTOR_OPTIONS);

  it('finds two concepts near that never occur together but with the same others', () => {
    const near = vectors.near.indices.subarray(vectors.near.offsets[lora], vectors.near.offsets[lora + 1]);
    expect([...near]).toContain(adapters);
    expect(near.every((concept) => concept < COMPANIONS || concept === adapters)).toBe(true);
  });

  it('links a paper on the one with a paper on the other, and names both as the reason', () => {
    const { weight, reasons } = explainVectors(vectors, left, right);
    expect(weight).toBeGreaterThan(0.05);
    expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(reasons[0]).toMatchObject({ concept: lora, other: adapters });
  });

  it('names the company that both keep', () => {
    const company = commonCompany(vectors, lora, adapters);
    expect(company.length).toBe(3);
    expect(company.every((concept) => concept < COMPANIONS)).toBe(true);
  });

  it('leaves papers of other fields unlinked', () => {
    expect(explainVectors(vectors, left, 1)).toEqual({ weight: 0, reasons: [] });
  });

  it('counts only shared concepts where the share of near ones is 0', () => {
    expect(explainVectors(paperVectors(index, { ...DEFAULT_VECTOR_OPTIONS, nearShare: 0 }), left, right).weight).toBe(0);
  });
});
