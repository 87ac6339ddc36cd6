import type { PaperDetail } from '../../shared/details.ts';
import type { MapPaper } from '../../shared/topic-map.ts';

/** A place on the web where a paper can be found. */
export interface PaperLink {
  label: string;
  url: string;
}

/** Where a paper can be found: by DOI, at arXiv, and its own address unless that is one of these again. */
export function paperLinks(paper: MapPaper, detail: Pick<PaperDetail, 'doi' | 'arxiv' | 'url'> | null): PaperLink[] {
  const links: PaperLink[] = [];
  if (detail?.doi) links.push({ label: 'DOI', url: `https://doi.org/${encodeURI(detail.doi)}` });
  if (detail?.arxiv) links.push({ label: 'arXiv', url: `https://arxiv.org/abs/${encodeURI(detail.arxiv)}` });
  const url = detail?.url ?? paper.url;
  const isKnown = detail !== null && [detail.doi, detail.arxiv].some((id) => id && url?.includes(id));
  if (url && !isKnown && /^https?:\/\//i.test(url)) links.push({ label: 'Web page', url });
  return links;
}
