import { z } from 'zod';
import type { Edit } from '../../../shared/edit.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { mainTopics, type TopicMap } from '../../../shared/topic-map.ts';
import { boundTopic, boundTopicSchema } from './bound-topics.ts';
import { counted } from './counted.ts';
import { nodePositions } from './import-papers.ts';
import { schemaOfEdit } from './edit-schemas.ts';

/** Edits of topics as the journal keeps them, each with the papers by which it finds its topics on another map. */
export const storedTopicSchemas = [
  schemaOfEdit('rename-topic').extend({ level: boundTopicSchema.shape.level.default('topic'), members: z.array(z.string()) }),
  schemaOfEdit('merge-topics').extend({ parts: z.array(boundTopicSchema), label: z.string() }),
  schemaOfEdit('move-papers').extend({ to: boundTopicSchema.extend({ label: z.string() }).nullable() }),
] as const;

const storedTopicSchema = z.discriminatedUnion('kind', storedTopicSchemas);

export type StoredTopicEdit = z.infer<typeof storedTopicSchema>;

const KINDS: ReadonlySet<string> = new Set(storedTopicSchemas.map((schema) => schema.shape.kind.value));

/** True for an edit of topics, as the user asks for it or as the journal keeps it. */
export function isTopicEdit<E extends { kind: string }>(edit: E): edit is Extract<E, { kind: StoredTopicEdit['kind'] }> {
  return KINDS.has(edit.kind);
}

type TopicEdit = Extract<Edit, { kind: StoredTopicEdit['kind'] }>;

/** An edit of topics as it is kept. Throws map.noTopic and map.noPaper. */
export function storedTopicEdit(edit: TopicEdit, map: TopicMap): StoredTopicEdit {
  if (edit.kind === 'rename-topic') {
    const { level, members } = boundTopic(map, edit.topic);
    return { ...edit, level, members };
  }
  if (edit.kind === 'merge-topics') return storedMerge(edit, map);
  const known = new Set(map.papers.map(({ id }) => id));
  const placed = nodePositions(map);
  const unknown = edit.papers.find((id) => !known.has(id)) ?? edit.nodes?.find(({ id }) => !placed.has(id))?.id;
  if (unknown !== undefined) throw new AtlasError('map.noPaper', { paper: unknown });
  return { ...edit, to: edit.topic === null ? null : { ...boundTopic(map, edit.topic), label: labelOf(map, edit.topic) } };
}

function storedMerge(edit: Extract<Edit, { kind: 'merge-topics' }>, map: TopicMap): StoredTopicEdit {
  const topics = [...new Set([...edit.topics, edit.into])];
  const main = new Set(mainTopics(map).map(({ id }) => id));
  const unknown = topics.find((id) => !main.has(id));
  if (unknown !== undefined) throw new AtlasError('map.noTopic', { topic: unknown });
  return { ...edit, topics, parts: topics.map((id) => boundTopic(map, id)), label: labelOf(map, edit.into) };
}

/** True for an edit of topics that leaves all as it is. */
export function changesNoTopic(edit: StoredTopicEdit, map: TopicMap): boolean {
  if (edit.kind === 'merge-topics') return edit.parts.length < 2;
  if (edit.kind === 'rename-topic') return labelOf(map, edit.topic) === edit.label;
  if (edit.nodes) return false;
  const moved = new Set(edit.papers);
  return map.papers.every(({ id, topic, subtopic, byHand }) => !moved.has(id) || (byHand === true && (edit.to?.level === 'subtopic' ? subtopic : topic) === edit.topic));
}

/** What an edit of topics does, as a phrase: "Merge “pruning” into “quantization”". */
export function topicEditLabel(edit: TopicEdit, map: TopicMap | null): string {
  if (edit.kind === 'rename-topic') return `Rename topic to “${edit.label}”`;
  if (edit.kind === 'move-papers') return edit.topic === null ? `Take ${counted(edit.papers.length, 'paper')} out of ${edit.papers.length === 1 ? 'its topic' : 'their topics'}` : `Move ${counted(edit.papers.length, 'paper')} to “${labelOf(map, edit.topic)}”`;
  const others = [...new Set(edit.topics)].filter((id) => id !== edit.into);
  const [only = ''] = others;
  return `Merge ${others.length === 1 ? `“${labelOf(map, only)}”` : counted(others.length, 'topic')} into “${labelOf(map, edit.into)}”`;
}

function labelOf(map: TopicMap | null, id: string): string {
  return map?.topics.find((topic) => topic.id === id)?.label ?? '';
}
