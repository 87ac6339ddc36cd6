import type { SparsifierId } from '../../../shared/settings.ts';
import type { PaperLinks, SparseRows } from '../model.ts';
import { undirectedLinks } from './undirected-links.ts';
import type { Parameter } from './parameter.ts';

/** Which of the papers' nearest neighbours become links. */
export interface Sparsifier {
  id: SparsifierId;
  label: string;
  parameters: readonly Parameter[];
  /** Neighbours of each paper that it has to see, where it keeps fewer. */
  neighboursSeen: number;
  /** `neighbours`: each paper's most similar papers, best first, with their similarity; at least `linksPerPaper` of them where there are so many. */
  keep(neighbours: SparseRows, linksPerPaper: number): PaperLinks;
}

const LINKS_PER_PAPER: Parameter = { key: 'linksPerPaper', label: 'Links per paper', minimum: 1, maximum: 50, step: 1, default: 8 };

/** Every paper keeps its strongest links: a link stays when it is among the strongest of either end. */
export const STRONGEST_LINKS: Sparsifier = {
  id: 'strongest',
  label: 'Strongest links of each paper',
  parameters: [LINKS_PER_PAPER],
  neighboursSeen: 0,
  keep: (neighbours, linksPerPaper) => undirectedLinks(neighbours, (_row, place) => place < linksPerPaper),
};

/**
 * A link stays when it is among the strongest of both ends (mutual k nearest neighbours, Brito et al. 1997). A paper that would lose all its
 * links keeps the strongest one.
 */
export const MUTUAL_LINKS: Sparsifier = {
  id: 'mutual',
  label: 'Strongest links of both papers',
  parameters: [LINKS_PER_PAPER],
  neighboursSeen: 0,
  keep(neighbours, linksPerPaper) {
    const has = (row: number, other: number) => {
      const start = neighbours.offsets[row] as number;
      return neighbours.indices.subarray(start, Math.min(neighbours.offsets[row + 1] as number, start + linksPerPaper)).includes(other);
    };
    return undirectedLinks(neighbours, (row, place) => place === 0 || (place < linksPerPaper && has(neighbours.indices[(neighbours.offsets[row] as number) + place] as number, row)));
  },
};

/** A link stays that is stronger for one of its ends than chance explains with this probability. */
const SIGNIFICANCE = 0.3;

/**
 * The disparity filter (Serrano, Boguñá and Vespignani 2009): with k neighbours of total strength s, a link of weight w stays where (1 - w/s)^(k-1)
 * is below the significance for either end. Each paper keeps its strongest link, and none more than asked for.
 */
export const DISPARITY_FILTER: Sparsifier = {
  id: 'disparity',
  label: 'Links stronger than chance (disparity filter)',
  parameters: [LINKS_PER_PAPER],
  neighboursSeen: 25,
  keep(neighbours, linksPerPaper) {
    const { offsets, values } = neighbours;
    const strength = Float64Array.from({ length: offsets.length - 1 }, (_, row) => values.subarray(offsets[row], offsets[row + 1]).reduce((sum, value) => sum + value, 0));
    return undirectedLinks(neighbours, (row, place) => {
      if (place === 0) return true;
      const start = offsets[row] as number;
      const count = (offsets[row + 1] as number) - start;
      return place < linksPerPaper && (1 - (values[start + place] as number) / (strength[row] as number)) ** (count - 1) < SIGNIFICANCE;
    });
  },
};

export const SPARSIFIERS: Readonly<Record<SparsifierId, Sparsifier>> = { strongest: STRONGEST_LINKS, mutual: MUTUAL_LINKS, disparity: DISPARITY_FILTER };
