import type { LinkExplanation } from '../../../shared/contract.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { Paper } from '../../../shared/paper.ts';
import { explainLink } from '../graph/explain-link.ts';
import type { StoredIndex } from './concept-index-codec.ts';
import { mentionsOf, rowOf } from './details.ts';
import { mentionSentences } from './sentences.ts';

/** As many as somebody reads to see why. */
const SENTENCES_PER_PAPER = 3;

/**
 * Why two papers are linked, or would be: their similarity, each shared concept with its share, largest first, and sentences of both that mention it.
 * `minPapers` as in the map's settings. Throws map.noLink where they share no concept.
 */
export function explainPapers(stored: StoredIndex, source: Paper, target: Paper, minPapers: number): LinkExplanation {
  const { weight, concepts } = explainLink(stored.index, rowOf(stored.papers, source.id), rowOf(stored.papers, target.id), { minPapers });
  if (concepts.length === 0) throw new AtlasError('map.noLink');
  const sentences = (paper: Paper, concept: string) => mentionSentences(paper, mentionsOf(stored, paper.id, concept), SENTENCES_PER_PAPER);
  const because = concepts.flatMap(({ concept: position, share }) => {
    const concept = stored.index.concepts[position];
    if (!concept) return [];
    const { id, label } = concept;
    return { id, share, label, source: sentences(source, id), target: sentences(target, id) };
  });
  return { source: source.id, target: target.id, weight, because };
}
