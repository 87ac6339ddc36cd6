import { fieldText } from '../library/sentences.ts';
import type { ConceptIndex, Paper } from '../model.ts';
import { FIELDS } from '../../../shared/paper.ts';
import { labelKey } from '../thesaurus/label-key.ts';
import { rowOfMention, type ConceptColumn } from './concept-columns.ts';
import type { ConceptDraft } from './concept-draft.ts';

/** The paper of a row of the index; null where it is not at hand. */
export type PaperAt = (row: number) => Paper | null;

/**
 * Some wordings of a concept become a concept of their own, the first of them its name; gives its number, -1 where the concept has no such wording or
 * would have none left. Mentions go by the words at their place. A paper that has both keeps both, its value divided by how often it mentions each.
 */
export function splitWordings(draft: ConceptDraft, number: number, wordings: readonly string[], paperAt: PaperAt): number {
  const concept = draft.conceptAt(number);
  const own = [concept.label, ...concept.aliases];
  const taken = own.filter((wording) => wordings.includes(wording));
  const left = own.filter((wording) => !wordings.includes(wording));
  const [label] = wordings.filter((wording) => taken.includes(wording));
  const [name, ...aliases] = left;
  if (label === undefined || name === undefined) return -1;
  const isTaken = new Set(taken);
  const column = draft.columnOf(number);
  const wordingAt = wordingReader(draft.index, own, paperAt);
  const parts = dividedColumn(draft.index, column, (mention) => isTaken.has(wordingAt(mention) ?? ''));
  Object.assign(column, parts.left);
  draft.change(number, { label: name, aliases, joins: concept.joins.filter(({ wording }) => !isTaken.has(wording)) });
  const joins = concept.joins.filter(({ wording }) => isTaken.has(wording) && wording !== label);
  return draft.add({ id: idOf(label), label, aliases: taken.filter((wording) => wording !== label), joins, broader: [] }, parts.taken, number);
}

/** The wordings that a wording can't be told from by case, hyphen, plural or spelling; the wording alone where the label is one of them. */
export function wordingsLike({ label, aliases }: { label: string; aliases: readonly string[] }, wording: string): string[] {
  const key = labelKey(wording);
  if (labelKey(label) === key && wording !== label) return [wording];
  return [wording, ...[label, ...aliases].filter((other) => other !== wording && labelKey(other) === key)];
}

/** Gives the wording that stands at a mention's place; null where that is none of them, as in “low- and high-rank”. */
export function wordingReader({ mentions }: ConceptIndex, wordings: readonly string[], paperAt: PaperAt): (mention: number) => string | null {
  const exact = new Map(wordings.map((wording) => [spaced(wording), wording]));
  const caseless = new Map(wordings.toReversed().map((wording) => [spaced(wording).toLowerCase(), wording]));
  const singular = new Map(wordings.toReversed().map((wording) => [labelKey(wording), wording]));
  return (mention) => {
    const paper = paperAt(rowOfMention(mentions, mention));
    const field = FIELDS[mentions.field[mention] ?? -1];
    if (!paper || !field) return null;
    const text = spaced(fieldText(paper, field).slice(mentions.start[mention], mentions.end[mention]));
    return exact.get(text) ?? caseless.get(text.toLowerCase()) ?? singular.get(labelKey(text)) ?? null;
  };
}

/** Text with one kind of space and of hyphen. */
function spaced(text: string): string {
  return text.normalize('NFC').replace(/\s*[-‐-―−]\s*/g, '-').replace(/\s+/g, ' ');
}

function dividedColumn({ mentions: table }: ConceptIndex, { values, mentions }: ConceptColumn, isTaken: (mention: number) => boolean): { taken: ConceptColumn; left: ConceptColumn } {
  const counts = new Map<number, { taken: number; all: number }>();
  const taken: ConceptColumn = { values: new Map(), mentions: [] };
  const left: ConceptColumn = { values: new Map(), mentions: [] };
  for (const mention of mentions) {
    const goes = isTaken(mention);
    (goes ? taken : left).mentions.push(mention);
    const row = rowOfMention(table, mention);
    const count = counts.get(row) ?? { taken: 0, all: 0 };
    counts.set(row, { taken: count.taken + (goes ? 1 : 0), all: count.all + 1 });
  }
  for (const [row, value] of values) {
    const count = counts.get(row);
    const part = count ? count.taken / count.all : 0;
    if (part > 0) taken.values.set(row, partOf(value, part));
    if (part < 1) left.values.set(row, partOf(value, 1 - part));
  }
  return { taken, left };
}

/** A part of a value such that the parts merged again (see eitherOf) give the whole. */
function partOf(value: number, part: number): number {
  return part === 1 ? value : 1 - (1 - value) ** part;
}

function idOf(wording: string): string {
  return wording.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'concept';
}
