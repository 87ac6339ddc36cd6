import type { Edit } from '../../../shared/edit.ts';
import type { Annotation } from '../../../shared/library-state.ts';
import type { AnnotateEntry, AnnotationTargets, Target } from './annotation-targets.ts';
import type { JournalEntry } from './journal.ts';

type AnnotateEdit = Extract<Edit, { kind: 'annotate' }>;

/** What is noted on the papers, topics and concepts that `targets` finds, after all edits; what was noted on first comes first. */
export function annotationsAfter(edits: readonly JournalEntry[], targets: AnnotationTargets): Annotation[] {
  const noted = new Map<string, Annotation>();
  for (const entry of edits) {
    if (isAnnotation(entry)) for (const target of targets.of(entry)) note(noted, target, entry.edit);
  }
  return [...noted.values()].filter(saysSomething);
}

function isAnnotation(entry: JournalEntry): entry is JournalEntry & AnnotateEntry {
  return entry.edit.kind === 'annotate';
}

/** True where an edit leaves everything noted as it is. */
export function annotatesNothing(edit: AnnotateEdit, annotations: readonly Annotation[]): boolean {
  const known = new Map(annotations.map((annotation) => [keyOf(annotation.target), annotation]));
  return edit.targets.every((target) => {
    const before = known.get(keyOf(target)) ?? blank(target);
    const { starred, tags, note: text } = annotated(before, edit);
    return starred === before.starred && text === before.note && tags.length === before.tags.length && tags.every((tag) => before.tags.includes(tag));
  });
}

function note(noted: Map<string, Annotation>, target: Target, edit: AnnotateEdit): void {
  const key = keyOf(target);
  noted.set(key, annotated(noted.get(key) ?? blank(target), edit));
}

function annotated(before: Annotation, { starred, note: text, addTags = [], removeTags = [] }: AnnotateEdit): Annotation {
  const removed = new Set(removeTags);
  const tags = new Set([...before.tags, ...addTags]);
  const written = text?.trim() === '' ? '' : text;
  return { target: before.target, starred: starred ?? before.starred, tags: [...tags].filter((tag) => !removed.has(tag)), note: written ?? before.note };
}

function blank(target: Target): Annotation {
  return { target, starred: false, tags: [], note: '' };
}

function saysSomething({ starred, tags, note: text }: Annotation): boolean {
  return starred || tags.length > 0 || text !== '';
}

function keyOf({ kind, id }: Target): string {
  return `${kind} ${id}`;
}
