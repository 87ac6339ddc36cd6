import { fieldText } from '../../../electron/engine/library/sentences.ts';
import { findConcepts, type ConceptOptions } from '../../../electron/engine/concepts/find-concepts.ts';
import { UNWATCHED, type Concept, type ConceptIndex } from '../../../electron/engine/model.ts';
import { FIELDS, type Field, type Paper } from '../../../shared/paper.ts';
import { compareText } from '../../../shared/text.ts';

/** A paper of nothing but what a test says of it; its id is its title. */
export function paper(title: string, abstract = '', rest: Partial<Paper> = {}): Paper {
  const source = { file: 'test', line: 1, format: 'jsonl' } as const;
  return { id: title, title, abstract, year: null, authors: [], venue: null, doi: null, arxiv: null, url: null, keywords: [], citations: null, source, ...rest };
}

/** The index of papers, which are sorted here; without the built-in thesaurus unless asked for. */
export function conceptsOf(papers: readonly Paper[], options: Partial<ConceptOptions> = {}): { papers: Paper[]; index: ConceptIndex } {
  const sorted = [...papers].sort((a, b) => compareText(a.id, b.id));
  return { papers: sorted, index: findConcepts(sorted, { builtInThesaurus: false, ...options }, UNWATCHED) };
}

/** The concepts of one paper, best first. */
export function conceptsIn({ papers, index }: ReturnType<typeof conceptsOf>, title: string): Concept[] {
  const row = papers.findIndex((candidate) => candidate.title === title);
  const { offsets, indices } = index.paperConcepts;
  return [...indices.subarray(offsets[row], offsets[row + 1])].map((concept) => index.concepts[concept] as Concept);
}

export const labelsIn = (found: ReturnType<typeof conceptsOf>, title: string): string[] => conceptsIn(found, title).map(({ label }) => label);

/** A concept by its id; fails where there is none. */
export function conceptById({ index }: ReturnType<typeof conceptsOf>, id: string): Concept {
  const concept = index.concepts.find((candidate) => candidate.id === id);
  if (!concept) throw new Error(`no concept ${id} among ${index.concepts.map((candidate) => candidate.id).join(', ')}`);
  return concept;
}

/** The wordings at the places where a paper mentions a concept, cut from the paper's text. */
export function mentionsOf({ papers, index }: ReturnType<typeof conceptsOf>, title: string, id?: string): { id: string; field: Field; text: string }[] {
  const row = papers.findIndex((candidate) => candidate.title === title);
  const source = papers[row] as Paper;
  const { offsets, concept, field, start, end } = index.mentions;
  const found: { id: string; field: Field; text: string }[] = [];
  for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
    const mentioned = (index.concepts[concept[at] as number] as Concept).id;
    const name = FIELDS[field[at] as number] as Field;
    if (id === undefined || mentioned === id) found.push({ id: mentioned, field: name, text: fieldText(source, name).slice(start[at], end[at]) });
  }
  return found;
}
