import type { Paper } from '../../../shared/paper.ts';

/** A paper's address, where it says more than its DOI or arXiv id does; null where it does not. */
export function ownAddress({ url, doi, arxiv }: Pick<Paper, 'url' | 'doi' | 'arxiv'>): string | null {
  const isMade = (doi !== null && url === `https://doi.org/${doi}`) || (doi === null && arxiv !== null && url === `https://arxiv.org/abs/${arxiv}`);
  return isMade ? null : url;
}
