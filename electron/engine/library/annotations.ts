import { z } from 'zod';
import type { Annotation, Edit } from '../../../shared/contract.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { boundTopic, boundTopicSchema, findBoundTopic } from './bound-topics.ts';
import { schemaOfEdit } from './edit-schemas.ts';
import type { JournalEntry } from './journal.ts';

/** Stars, tags and notes as the journal keeps them: topics with the papers that they had, by which they are found again on another map. */
export const storedAnnotateSchema = schemaOfEdit('annotate').extend({
  topics: z.array(boundTopicSchema),
});

type AnnotateEdit = Extract<Edit, { kind: 'annotate' }>;
type StoredAnnotate = z.infer<typeof storedAnnotateSchema>;
type Target = Annotation['target'];

/** An annotate edit as it is kept. Throws map.noPaper, map.noConcept or map.noTopic where the map does not have a target. */
export function storedAnnotate(edit: AnnotateEdit, map: TopicMap): StoredAnnotate {
  const isThere = presence(map);
  const missing = edit.targets.find((target) => !isThere(target));
  if (missing?.kind === 'paper') throw new AtlasError('map.noPaper', { paper: missing.id });
  if (missing?.kind === 'concept') throw new AtlasError('map.noConcept', { concept: missing.id });
  if (missing) throw new AtlasError('map.noTopic', { topic: missing.id });
  return { ...edit, topics: edit.targets.filter(({ kind }) => kind === 'topic').map(({ id }) => boundTopic(map, id)) };
}

/**
 * What is noted on the papers, topics and concepts of a map after all edits, what was noted on first coming first. What the map does
 * not have is left out, and comes back with it. `importOf` tells which import brought each paper.
 */
export function annotationsAfter(edits: readonly JournalEntry[], map: TopicMap, importOf: ReadonlyMap<string, number>): Annotation[] {
  const noted = new Map<string, Annotation>();
  for (const { edit, afterImport } of edits) {
    if (edit.kind !== 'annotate') continue;
    const wasKnown = (paper: string) => (importOf.get(paper) ?? 0) <= afterImport;
    const topics = new Map(edit.topics.map((topic) => [topic.id, findBoundTopic(map, topic, wasKnown)]));
    for (const { kind, id } of edit.targets) {
      const now = kind === 'topic' ? topics.get(id) : id;
      if (typeof now === 'string') note(noted, { kind, id: now }, edit);
    }
  }
  const isThere = presence(map);
  return [...noted.values()].filter((annotation) => saysSomething(annotation) && isThere(annotation.target));
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

function presence(map: TopicMap): (target: Target) => boolean {
  const there = {
    paper: new Set(map.papers.map(({ id }) => id)),
    topic: new Set(map.topics.map(({ id }) => id)),
    concept: new Set(map.concepts.map(({ id }) => id)),
  };
  return ({ kind, id }) => there[kind].has(id);
}
