import type { LinkExplanation } from '../../../shared/contract.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { Paper } from '../../../shared/paper.ts';
import { explainLink } from '../graph/explain-link.ts';
import { evidenceFor } from '../graph/implied-concepts.ts';
import type { StoredIndex } from './concept-index-codec.ts';
import { mentionsOf, rowOf } from './details.ts';
import { mentionSentences } from './sentences.ts';

/** As many as somebody reads to see why. */
const SENTENCES_PER_PAPER = 3;

/**
 * Why two papers are linked, or would be: their similarity, each shared concept with its share, largest first, and sentences of both that mention it,
 * or a narrower concept through which a paper has it.
 * `minPapers` as in the map's settings. Throws map.noLink where they share no concept.
 */
export function explainPapers(stored: StoredIndex, source: Paper, target: Paper, minPapers: number): LinkExplanation {
  const { index, papers } = stored;
  const { weight, concepts } = explainLink(index, rowOf(papers, source.id), rowOf(papers, target.id), { minPapers });
  if (concepts.length === 0) throw new AtlasError('map.noLink');
  const sentences = (paper: Paper, concept: number) => {
    const shown = evidenceFor(index, rowOf(papers, paper.id), concept).map((position) => index.concepts[position]?.id ?? '');
    return mentionSentences(paper, shown.flatMap((id) => mentionsOf(stored, paper.id, id)), SENTENCES_PER_PAPER);
  };
  const because = concepts.flatMap(({ concept: position, share }) => {
    const concept = index.concepts[position];
    if (!concept) return [];
    const { id, label } = concept;
    return { id, share, label, source: sentences(source, position), target: sentences(target, position) };
  });
  return { source: source.id, target: target.id, weight, because };
}
