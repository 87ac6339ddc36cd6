import type { PaperLinks, SparseRows } from '../model.ts';
import type { Parameter } from './parameter.ts';

/** Which of the papers' nearest neighbours become links. */
export interface Sparsifier {
  id: string;
  label: string;
  parameters: readonly Parameter[];
  /** `neighbours`: each paper's most similar papers, best first, with their similarity. */
  keep(neighbours: SparseRows, linksPerPaper: number): PaperLinks;
}

/** Every paper keeps its strongest links: a link stays when it is among the strongest of either end. */
export const STRONGEST_LINKS: Sparsifier = {
  id: 'strongest',
  label: 'Strongest links of each paper',
  parameters: [{ key: 'linksPerPaper', label: 'Links per paper', minimum: 1, maximum: 50, step: 1, default: 8 }],
  keep(neighbours, linksPerPaper) {
    const paperCount = neighbours.offsets.length - 1;
    const weightOf = new Map<number, number>();
    for (let paper = 0; paper < paperCount; paper++) {
      const start = neighbours.offsets[paper] ?? 0;
      const end = Math.min(neighbours.offsets[paper + 1] ?? 0, start + linksPerPaper);
      for (let entry = start; entry < end; entry++) {
        const other = neighbours.indices[entry] ?? 0;
        weightOf.set(Math.min(paper, other) * paperCount + Math.max(paper, other), neighbours.values[entry] ?? 0);
      }
    }
    const keys = Float64Array.from(weightOf.keys()).sort();
    return {
      source: Uint32Array.from(keys, (key) => Math.floor(key / paperCount)),
      target: Uint32Array.from(keys, (key) => key % paperCount),
      weight: Float32Array.from(keys, (key) => weightOf.get(key) ?? 0),
    };
  },
};

export const SPARSIFIERS: readonly Sparsifier[] = [STRONGEST_LINKS];
