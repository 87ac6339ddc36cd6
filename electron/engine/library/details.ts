import type { ConceptDetail, Mention } from '../../../shared/details.ts';
import { FIELDS, type Paper } from '../../../shared/paper.ts';
import { compareText } from '../../../shared/text.ts';
import type { StoredIndex } from './concept-index-codec.ts';
import { mentionSentences } from './sentences.ts';

/** Papers of a concept that get a sentence: as many as anybody reads. */
const PAPERS_WITH_SENTENCE = 60;

/** The mentions of one paper, by field and start; empty for a paper the index does not know. `concept` keeps those of one concept only. */
export function mentionsOf({ papers, index }: StoredIndex, paper: string, concept: string | null = null): Mention[] {
  const row = rowOf(papers, paper);
  if (row < 0) return [];
  const table = index.mentions;
  const mentions: Mention[] = [];
  for (let position = table.offsets[row] ?? 0; position < (table.offsets[row + 1] ?? 0); position++) {
    const id = index.concepts[table.concept[position] ?? -1]?.id;
    const field = FIELDS[table.field[position] ?? -1];
    if (id === undefined || field === undefined || (concept !== null && id !== concept)) continue;
    mentions.push({ concept: id, field, start: table.start[position] ?? 0, end: table.end[position] ?? 0 });
  }
  return mentions;
}

/** A concept with the papers that mention it, by weight; null where the index does not have it. `paperOf` gives a paper's text. */
export function conceptDetail(stored: StoredIndex, id: string, paperOf: (paper: string) => Paper | null): ConceptDetail | null {
  const { concepts } = stored.index;
  const position = concepts.findIndex((each) => each.id === id);
  const concept = concepts[position];
  if (!concept) return null;
  const broader = concept.broader.flatMap((index) => concepts[index] ?? []).map((each) => ({ id: each.id, label: each.label }));
  const papers = papersOfConcept(stored, position).map(({ id: paper, weight }, rank) => {
    const text = rank < PAPERS_WITH_SENTENCE ? paperOf(paper) : null;
    const [sentence = null] = text ? mentionSentences(text, mentionsOf(stored, paper, id), 1) : [];
    return { id: paper, weight, sentence };
  });
  return { id, label: concept.label, aliases: concept.aliases, broader, papers };
}

function papersOfConcept({ papers, index }: StoredIndex, concept: number): { id: string; weight: number }[] {
  const { offsets, indices, values } = index.paperConcepts;
  const found: { id: string; weight: number }[] = [];
  for (const [row, id] of papers.entries()) {
    const start = offsets[row] ?? 0;
    const place = indices.subarray(start, offsets[row + 1] ?? start).indexOf(concept);
    if (place >= 0) found.push({ id, weight: values[start + place] ?? 0 });
  }
  return found.sort((a, b) => b.weight - a.weight || compareText(a.id, b.id));
}

/** Row of a paper in ids that are sorted; -1 where it is not among them. */
export function rowOf(papers: readonly string[], id: string): number {
  let low = 0;
  let high = papers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareText(papers[middle] ?? '', id);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
