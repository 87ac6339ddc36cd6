import type { LinkExplanation, LinkReason } from '../../../shared/details.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { MapSettings } from '../../../shared/settings.ts';
import type { Paper } from '../../../shared/paper.ts';
import { commonCompany, explainVectors } from '../graph/explain-link.ts';
import { evidenceFor } from '../graph/implied-concepts.ts';
import { linkOptions } from '../graph/link-papers.ts';
import { paperVectors, type PaperVectors } from '../graph/paper-vectors.ts';
import type { ConceptIndex } from '../model.ts';
import type { StoredIndex } from './concept-index-codec.ts';
import { mentionsOf, rowOf } from './details.ts';
import { mentionSentences } from './sentences.ts';

/** As many as somebody reads to see why. */
const SENTENCES_PER_PAPER = 3;

/** Smaller parts of a link than this are left out, but for the first few. */
const SMALLEST_SHARE = 0.005;
const LEAST_REASONS = 5;

/**
 * Why two papers are linked, or would be: their similarity, each shared concept with its share, largest first, and sentences of both that mention it,
 * or a narrower concept through which a paper has it.
 * `settings` are the map's. Throws map.noLink where they share no concept.
 */
export function explainPapers(stored: StoredIndex, source: Paper, target: Paper, settings: MapSettings): LinkExplanation {
  const { index, papers } = stored;
  const vectors = vectorsOf(index, settings);
  const { weight, reasons } = explainVectors(vectors, rowOf(papers, source.id), rowOf(papers, target.id));
  if (reasons.length === 0) throw new AtlasError('map.noLink');
  const sentences = (paper: Paper, concept: number) => {
    const shown = evidenceFor(index, rowOf(papers, paper.id), concept).map((position) => index.concepts[position]?.id ?? '');
    return mentionSentences(paper, shown.flatMap((id) => mentionsOf(stored, paper.id, id)), SENTENCES_PER_PAPER);
  };
  const because = reasons.filter(({ share }, place) => place < LEAST_REASONS || share >= SMALLEST_SHARE).map(({ concept, other, share }): LinkReason => {
    const [{ id, label }, near] = [conceptAt(index, concept), conceptAt(index, other)];
    const company = concept === other ? [] : commonCompany(vectors, concept, other).map((each) => conceptAt(index, each).label);
    return { id, label, share, ...(concept === other ? {} : { near: { id: near.id, label: near.label, company } }), source: sentences(source, concept), target: sentences(target, other) };
  });
  return { source: source.id, target: target.id, weight, because };
}

/** The vectors last asked for of each index, so that one link after the other is explained without making them again. */
const latest = new WeakMap<ConceptIndex, { settings: Pick<MapSettings, 'minPapers' | 'similarity'>; vectors: PaperVectors }>();

function vectorsOf(index: ConceptIndex, settings: MapSettings): PaperVectors {
  const known = latest.get(index);
  if (known?.settings.minPapers === settings.minPapers && known.settings.similarity === settings.similarity) return known.vectors;
  const vectors = paperVectors(index, linkOptions(settings));
  latest.set(index, { settings, vectors });
  return vectors;
}

function conceptAt(index: ConceptIndex, concept: number): { id: string; label: string } {
  return index.concepts[concept] ?? { id: '', label: '' };
}
