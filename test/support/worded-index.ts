import type { Concept, ConceptIndex } from '../../electron/engine/model.ts';
import { FIELDS, type Paper } from '../../shared/paper.ts';
import { plantedPaper } from './planted-index.ts';

/** A concept of a made-up index: its wordings, the label first, and its value in the papers that mention it. */
export interface WordedConcept {
  wordings: readonly string[];
  /** By paper; 0.5 where not given. */
  values?: Readonly<Record<string, number>>;
  broader?: readonly string[];
}

/** An index whose mentions are where papers (title and abstract by id, ids sorted) have a concept's wordings, whatever their case, as whole words. Concepts are sorted by id, which is the label with hyphens. */
export function wordedIndex(texts: Readonly<Record<string, readonly [title: string, abstract: string]>>, worded: readonly WordedConcept[]): { index: ConceptIndex; papers: Paper[] } {
  const papers = Object.entries(texts).map(([id, [title, abstract]]) => ({ ...plantedPaper(id), title, abstract }));
  const idOf = ({ wordings: [label = ''] }: WordedConcept) => label.toLowerCase().replaceAll(' ', '-');
  const sorted = worded.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const mentions = papers.map((paper) => sorted.flatMap(({ wordings }, concept) => placesIn(paper, wordings).map((place) => ({ concept, ...place }))));
  for (const own of mentions) own.sort((a, b) => a.field - b.field || a.start - b.start || b.end - a.end);
  const rows = papers.map(({ id }, row) => [...new Set(mentions[row]?.map(({ concept }) => concept))].map((concept) => ({ concept, value: sorted[concept]?.values?.[id] ?? 0.5 })).sort((a, b) => b.value - a.value || a.concept - b.concept));
  const flat = mentions.flat();
  const concepts = sorted.map((concept, place): Concept => {
    const [label = '', ...aliases] = concept.wordings;
    const broader = (concept.broader ?? []).map((other) => sorted.findIndex(({ wordings }) => wordings[0] === other));
    return { id: idOf(concept), label, aliases, papers: rows.filter((row) => row.some((entry) => entry.concept === place)).length, broader, joins: aliases.map((wording) => ({ wording, reason: 'thesaurus' })) };
  });
  return {
    papers,
    index: {
      concepts,
      paperConcepts: { offsets: offsetsOf(rows), indices: Uint32Array.from(rows.flat(), ({ concept }) => concept), values: Float32Array.from(rows.flat(), ({ value }) => value) },
      mentions: { offsets: offsetsOf(mentions), concept: Uint32Array.from(flat, ({ concept }) => concept), field: Uint8Array.from(flat, ({ field }) => field), start: Uint32Array.from(flat, ({ start }) => start), end: Uint32Array.from(flat, ({ end }) => end) },
    },
  };
}

function placesIn(paper: Paper, wordings: readonly string[]): { field: number; start: number; end: number }[] {
  return [paper.title, paper.abstract].flatMap((text, field) =>
    wordings.flatMap((wording) => [...text.matchAll(new RegExp(`\\b${wording}\\b`, 'gi'))].map(({ index, 0: found }) => ({ field, start: index, end: index + found.length }))),
  );
}

function offsetsOf(rows: readonly (readonly unknown[])[]): Uint32Array {
  const offsets = new Uint32Array(rows.length + 1);
  for (const [row, entries] of rows.entries()) offsets[row + 1] = (offsets[row] ?? 0) + entries.length;
  return offsets;
}

/** The concepts of each paper of an index with their values to two decimals, best first: { p1: ['lora 0.50'] }. */
export function valuesByPaper({ concepts, paperConcepts: { offsets, indices, values } }: ConceptIndex, papers: readonly Paper[]): Record<string, string[]> {
  return Object.fromEntries(papers.map(({ id }, row) => [id, Array.from({ length: (offsets[row + 1] ?? 0) - (offsets[row] ?? 0) }, (_, place) => {
    const entry = (offsets[row] ?? 0) + place;
    return `${concepts[indices[entry] ?? -1]?.id} ${(values[entry] ?? 0).toFixed(2)}`;
  })]));
}

/** The texts that an index has as mentions of each concept, by concept id. */
export function mentionedTexts({ concepts, mentions }: ConceptIndex, papers: readonly Paper[]): Record<string, string[]> {
  const texts: Record<string, string[]> = Object.fromEntries(concepts.map(({ id }) => [id, []]));
  for (const [row, paper] of papers.entries()) {
    for (let mention = mentions.offsets[row] ?? 0; mention < (mentions.offsets[row + 1] ?? 0); mention++) {
      const field = FIELDS[mentions.field[mention] ?? -1] === 'title' ? paper.title : paper.abstract;
      texts[concepts[mentions.concept[mention] ?? -1]?.id ?? '']?.push(field.slice(mentions.start[mention], mentions.end[mention]));
    }
  }
  return texts;
}
