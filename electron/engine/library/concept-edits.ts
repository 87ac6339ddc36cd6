import type { Edit } from '../../../shared/edit.ts';
import type { Correction } from '../../../shared/library-state.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { isConceptCorrection, referenceTo, type ConceptCorrection, type ConceptReference } from '../corrections/concept-correction.ts';
import type { Concept } from '../model.ts';
import { counted } from './counted.ts';
import type { JournalEntry } from './journal.ts';

export type ConceptEdit = Extract<Edit, { kind: ConceptCorrection['kind'] }>;

/** A correction of concepts as the journal keeps it; `concepts` are those that it is made on. Throws map.noConcept, map.noWording, edit.nameTaken. */
export function storedCorrection(edit: ConceptEdit, concepts: readonly Concept[]): ConceptCorrection {
  const reference = referenceFinder(concepts, idsIn(edit));
  if (edit.kind === 'rename-concept') {
    if (isTaken(edit.label, edit.concept, concepts)) throw new AtlasError('edit.nameTaken', { label: edit.label });
    return { ...edit, concept: reference(edit.concept) };
  }
  if (edit.kind === 'merge-concepts') return { ...edit, concepts: [...new Set(edit.concepts)].filter((id) => id !== edit.into).map(reference), into: reference(edit.into) };
  if (edit.kind === 'hide-concepts') return { ...edit, concepts: [...new Set(edit.concepts)].map(reference) };
  if (edit.kind === 'keep-apart') return { ...edit, concepts: [reference(edit.concepts[0]), reference(edit.concepts[1])] };
  const concept = reference(edit.concept);
  if (concept.aliases.length === 0 || ![concept.label, ...concept.aliases].includes(edit.wording)) throw new AtlasError('map.noWording', { concept: concept.label, wording: edit.wording });
  return { ...edit, concept };
}

/** True for a correction that leaves all as it is. */
export function correctsNothing(correction: ConceptCorrection): boolean {
  if (correction.kind === 'rename-concept') return correction.label === correction.concept.label;
  if (correction.kind === 'merge-concepts') return correction.concepts.length === 0;
  return correction.kind === 'keep-apart' && correction.concepts[0].id === correction.concepts[1].id;
}

/** What a correction does, as a phrase: "Merge “LoRA” into “low-rank adaptation”". */
export function correctionLabel(correction: ConceptCorrection): string {
  if (correction.kind === 'rename-concept') return `Rename “${correction.concept.label}” to “${correction.label}”`;
  if (correction.kind === 'merge-concepts') return `Merge ${conceptsInWords(correction.concepts)} into “${correction.into.label}”`;
  if (correction.kind === 'split-wording') return `Split “${correction.wording}” off “${correction.concept.label}”`;
  if (correction.kind === 'keep-wording') return `Keep “${correction.wording}” as a wording of “${correction.concept.label}”`;
  if (correction.kind === 'hide-concepts') return `Hide ${conceptsInWords(correction.concepts)}`;
  return `Keep “${correction.concepts[0].label}” and “${correction.concepts[1].label}” apart`;
}

/** The corrections of concepts among some edits, oldest first. */
export function correctionsIn(edits: readonly JournalEntry[]): Correction[] {
  return edits.flatMap(({ edit, label }) => (isConceptCorrection(edit) ? [{ kind: edit.kind, label }] : []));
}

function conceptsInWords(concepts: readonly ConceptReference[]): string {
  const [only] = concepts;
  return concepts.length === 1 && only ? `“${only.label}”` : counted(concepts.length, 'concept');
}

function idsIn(edit: ConceptEdit): string[] {
  if (edit.kind === 'merge-concepts') return [...edit.concepts, edit.into];
  return 'concepts' in edit ? edit.concepts : [edit.concept];
}

function referenceFinder(concepts: readonly Concept[], ids: readonly string[]): (id: string) => ConceptReference {
  const wanted = new Set(ids);
  const byId = new Map(concepts.filter(({ id }) => wanted.has(id)).map((concept) => [concept.id, concept]));
  return (id) => {
    const concept = byId.get(id);
    if (!concept) throw new AtlasError('map.noConcept', { concept: id });
    return referenceTo(concept);
  };
}

function isTaken(label: string, own: string, concepts: readonly Concept[]): boolean {
  const wanted = label.toLowerCase();
  return concepts.some((concept) => concept.id !== own && concept.label.toLowerCase() === wanted);
}
