import type { ConceptIndex } from '../model.ts';
import { labelKey } from '../thesaurus/label-key.ts';
import { referenceTo, type ConceptCorrection, type ConceptReference } from './concept-correction.ts';
import { ConceptDraft } from './concept-draft.ts';
import { findAgain } from './find-again.ts';
import { finishDraft } from './finish-draft.ts';
import { mergeConcepts } from './merge-concepts.ts';
import { splitWordings, wordingsLike, type PaperAt } from './split-wordings.ts';

/** An index as the user corrected it. */
export interface CorrectedConcepts {
  index: ConceptIndex;
  /** Places in the index of concepts that some correction touched, ascending. */
  corrected: number[];
  /** Concepts that were hidden. */
  hidden: ConceptReference[];
}

/**
 * An index with the user's corrections on it, one after the other; the index that was found stays as it is. Concepts are found again by what they were
 * called (see findAgain), and a correction of one that is no more does nothing. `paperAt` gives the paper of a row, for the words at a mention's place.
 */
export function correctConcepts(index: ConceptIndex, corrections: readonly ConceptCorrection[], paperAt: PaperAt): CorrectedConcepts {
  if (corrections.length === 0) return { index, corrected: [], hidden: [] };
  const draft = new ConceptDraft(index);
  const hidden: ConceptReference[] = [];
  const papers = remembered(paperAt);
  for (const correction of corrections) correct(draft, correction, papers, hidden);
  const { index: after, placeOf } = finishDraft(draft);
  const corrected = draft.corrected().map((number) => placeOf[number] as number);
  return { index: after, corrected: corrected.filter((place) => place >= 0).sort((a, b) => a - b), hidden };
}

function correct(draft: ConceptDraft, correction: ConceptCorrection, paperAt: PaperAt, hidden: ConceptReference[]): void {
  if (correction.kind === 'rename-concept') return renameConcept(draft, findAgain(draft, correction.concept), correction.label);
  if (correction.kind === 'merge-concepts') return mergeAll(draft, correction.concepts, correction.into);
  if (correction.kind === 'keep-apart') return keepApart(draft, correction.concepts, paperAt);
  if (correction.kind === 'keep-wording') return keepWording(draft, correction.concept, correction.wording);
  if (correction.kind === 'hide-concepts') {
    for (const reference of correction.concepts) hideConcept(draft, findAgain(draft, reference), hidden);
    return;
  }
  const number = findAgain(draft, correction.concept);
  if (number >= 0) splitWordings(draft, number, wordingsLike(draft.conceptAt(number), correction.wording), paperAt);
}

function renameConcept(draft: ConceptDraft, number: number, label: string): void {
  if (number < 0) return;
  const before = draft.conceptAt(number);
  if (before.label !== label) draft.change(number, { label, aliases: [before.label, ...before.aliases.filter((alias) => alias !== label)] });
}

function mergeAll(draft: ConceptDraft, concepts: readonly ConceptReference[], into: ConceptReference): void {
  const kept = findAgain(draft, into);
  if (kept < 0) return;
  for (const reference of concepts) {
    const number = findAgain(draft, reference);
    if (number >= 0) mergeConcepts(draft, number, kept);
  }
}

/** What is told as broader than a hidden concept is so of those that it is broader than. */
function hideConcept(draft: ConceptDraft, number: number, hidden: ConceptReference[]): void {
  if (number < 0) return;
  const concept = draft.conceptAt(number);
  hidden.push(referenceTo(concept));
  draft.remove(number, concept.broader.filter((broader) => broader !== number));
}

/** Where two concepts have become one, by a thesaurus or other papers, one is split off again: the one whose name it does not go by. */
function keepApart(draft: ConceptDraft, [one, other]: readonly [ConceptReference, ConceptReference], paperAt: PaperAt): void {
  const [number, otherNumber] = [findAgain(draft, one), findAgain(draft, other)];
  if (number < 0 || otherNumber < 0) return;
  if (number !== otherNumber) return draft.mark(number, otherNumber);
  const joined = draft.conceptAt(number);
  const [kept, apart] = goesBy(joined, other) ? [other, one] : [one, other];
  const keys = new Set([kept.label, ...kept.aliases].map(labelKey));
  const apartKeys = new Set([apart.label, ...apart.aliases].map(labelKey).filter((key) => !keys.has(key)));
  const wordings = [joined.label, ...joined.aliases].filter((wording) => apartKeys.has(labelKey(wording)));
  const named = wordings.toSorted((a, b) => Number(labelKey(b) === labelKey(apart.label)) - Number(labelKey(a) === labelKey(apart.label)));
  splitWordings(draft, number, named, paperAt);
}

/** Where a wording has become a concept of its own, by a thesaurus or other papers, it is joined to its concept again. */
function keepWording(draft: ConceptDraft, concept: ConceptReference, wording: string): void {
  const number = findAgain(draft, concept);
  if (number < 0) return;
  const [apart] = draft.numbersOfLabel(labelKey(wording)).filter((other) => other !== number);
  if (apart === undefined || sharesWording(draft.conceptAt(number), wording)) draft.mark(number);
  else mergeConcepts(draft, apart, number);
}

function sharesWording({ label, aliases }: { label: string; aliases: readonly string[] }, wording: string): boolean {
  const key = labelKey(wording);
  return [label, ...aliases].some((other) => labelKey(other) === key);
}

function goesBy({ id, label }: { id: string; label: string }, reference: ConceptReference): boolean {
  return labelKey(label) === labelKey(reference.label) || id === reference.id;
}

/** Papers are asked for once only. */
function remembered(paperAt: PaperAt): PaperAt {
  const known = new Map<number, ReturnType<PaperAt>>();
  return (row) => {
    let paper = known.get(row);
    if (paper === undefined) known.set(row, (paper = paperAt(row)));
    return paper;
  };
}
