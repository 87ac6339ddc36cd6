import { AtlasError } from '../../../shared/failures.ts';
import { compareText } from '../../../shared/text.ts';

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/**
 * The paper that a user means by an id or a title: the id itself, the same title, or else the one title that contains the words.
 * Gives its index; throws map.noPaper where none or several fit.
 */
export function findPaper(papers: readonly { id: string; title: string }[], wanted: string): number {
  const byId = papers.findIndex((paper) => paper.id === wanted);
  if (byId >= 0) return byId;
  const words = plain(wanted);
  const same = papers.findIndex((paper) => plain(paper.title) === words);
  if (same >= 0) return same;
  const containing = papers
    .map((paper, index) => ({ index, title: plain(paper.title) }))
    .filter((paper) => words !== '' && paper.title.includes(words))
    .sort((a, b) => a.title.length - b.title.length || compareText(a.title, b.title));
  const [best] = containing;
  if (!best) throw new AtlasError('map.noPaper', { paper: wanted });
  return best.index;
}
