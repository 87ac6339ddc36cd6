import { z } from 'zod';
import type { Edit } from '../../../shared/edit.ts';
import type { Annotation } from '../../../shared/library-state.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { conceptReferenceSchema, referenceTo, type ConceptReference } from '../corrections/concept-correction.ts';
import { boundTopic, boundTopicSchema, findBoundTopic, type BoundTopic } from './bound-topics.ts';
import { schemaOfEdit } from './edit-schemas.ts';
import type { JournalEntry } from './journal.ts';

/** Stars, tags and notes as the journal keeps them: topics with the papers that they had, concepts with their names, by which they are found again on another map. */
export const storedAnnotateSchema = schemaOfEdit('annotate').extend({
  topics: z.array(boundTopicSchema),
  concepts: z.array(conceptReferenceSchema).default([]),
});

export type StoredAnnotate = z.infer<typeof storedAnnotateSchema>;
export type Target = Annotation['target'];

/** An annotate edit as it is kept. Throws map.noPaper, map.noConcept or map.noTopic where the map does not have a target. */
export function storedAnnotate(edit: Extract<Edit, { kind: 'annotate' }>, map: TopicMap): StoredAnnotate {
  const papers = new Set(map.papers.map(({ id }) => id));
  const concepts = new Map(map.concepts.map((concept) => [concept.id, concept]));
  const stored: StoredAnnotate = { ...edit, topics: [], concepts: [] };
  for (const { kind, id } of edit.targets) {
    if (kind === 'paper' && !papers.has(id)) throw new AtlasError('map.noPaper', { paper: id });
    if (kind === 'topic') stored.topics.push(boundTopic(map, id));
    if (kind !== 'concept') continue;
    const concept = concepts.get(id);
    if (!concept) throw new AtlasError('map.noConcept', { concept: id });
    stored.concepts.push(referenceTo(concept));
  }
  return stored;
}

/** An annotation of the journal. */
export type AnnotateEntry = Omit<JournalEntry, 'edit'> & { edit: StoredAnnotate };

/** What is looked for on one map. */
interface Finder {
  map: TopicMap;
  /** Those that the map shows. */
  edits: readonly JournalEntry[];
  importOf: ReadonlyMap<string, number>;
  papers: ReadonlySet<string>;
  conceptsById: ReadonlySet<string>;
  /** Ids of concepts by wording, in small letters. */
  conceptsByWording: ReadonlyMap<string, string>;
}

/** Finds what annotations were made on again, on one map that shows some edits. `importOf` tells which import brought each paper. */
export class AnnotationTargets {
  readonly #makeFinder: () => Finder;
  #finder: Finder | null = null;
  readonly #found = new WeakMap<AnnotateEntry, Target[]>();

  constructor(map: TopicMap, edits: readonly JournalEntry[], importOf: ReadonlyMap<string, number>) {
    this.#makeFinder = () => makeFinder(map, edits, importOf);
  }

  /**
   * The targets that an annotation is on now, in its order: topics that consist of the same papers, or that theirs were merged into; concepts of the same id, or that
   * have the label they had as a wording. What the map does not have is left out.
   */
  of(entry: AnnotateEntry): Target[] {
    this.#finder ??= this.#makeFinder();
    const known = this.#found.get(entry) ?? findTargets(this.#finder, entry);
    this.#found.set(entry, known);
    return known;
  }
}

function makeFinder(map: TopicMap, edits: readonly JournalEntry[], importOf: ReadonlyMap<string, number>): Finder {
  const byWording = map.concepts.flatMap(({ id, label, aliases }) => [label, ...aliases].map((wording): [string, string] => [wording.toLowerCase(), id]));
  return {
    map,
    edits,
    importOf,
    papers: new Set(map.papers.map(({ id }) => id)),
    conceptsById: new Set(map.concepts.map(({ id }) => id)),
    conceptsByWording: new Map(byWording.reverse()),
  };
}

function findTargets(finder: Finder, entry: AnnotateEntry): Target[] {
  const { edit } = entry;
  const topics = new Map(edit.topics.map((topic) => [topic.id, topicNow(finder, topic, entry)]));
  const concepts = new Map(edit.concepts.map((reference) => [reference.id, conceptNow(finder, reference)]));
  return edit.targets.flatMap(({ kind, id }): Target[] => {
    const now = { paper: () => (finder.papers.has(id) ? id : null), topic: () => topics.get(id) ?? null, concept: () => concepts.get(id) ?? null }[kind]();
    return now === null ? [] : [{ kind, id: now }];
  });
}

function conceptNow({ conceptsById, conceptsByWording }: Finder, { id, label }: ConceptReference): string | null {
  return conceptsById.has(id) ? id : (conceptsByWording.get(label.toLowerCase()) ?? null);
}

/** The topic that a bound one is now, or that it is part of by merges after the annotation. */
function topicNow({ map, edits, importOf }: Finder, topic: BoundTopic, { seq, afterImport }: AnnotateEntry): string | null {
  let [now, since] = [topic, afterImport];
  for (const entry of edits) {
    if (entry.seq < seq || entry.edit.kind !== 'merge-topics' || !entry.edit.parts.some(({ id }) => id === now.id)) continue;
    now = { id: entry.edit.into, level: 'topic', members: entry.edit.parts.flatMap(({ members }) => members) };
    since = entry.afterImport;
  }
  return findBoundTopic(map, now, (paper) => (importOf.get(paper) ?? 0) <= since);
}
