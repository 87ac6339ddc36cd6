import type { Annotation, Edit, NamedList } from '../../../shared/contract.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { mainTopics, type TopicMap } from '../../../shared/topic-map.ts';
import { annotatesNothing, storedAnnotate } from './annotations.ts';
import { nodePositions } from './import-papers.ts';
import type { StoredEdit } from './journal.ts';
import { changesNoList, checkedListEdit, isListEdit } from './lists.ts';

/** What an edit is made on. */
export interface EditBasis {
  /** The map as the user has it; null while there are no papers. */
  map: TopicMap | null;
  annotations: readonly Annotation[];
  lists: readonly NamedList[];
}

/** An edit as the journal keeps it. Throws map.empty, map.noPaper, map.noConcept, map.noTopic or edit.noList where it refers to what is not there. */
export function storedEdit(edit: Edit, { map, lists }: EditBasis): StoredEdit {
  if (edit.kind === 'settings') return edit;
  if (!map) throw new AtlasError('map.empty');
  if (edit.kind === 'move') return checkedMove(edit, map);
  if (edit.kind === 'rename-topic') return boundRename(edit, map);
  if (edit.kind === 'annotate') return storedAnnotate(edit, map);
  if (isListEdit(edit)) return checkedListEdit(edit, map, lists);
  throw new AtlasError('internal', { problem: `${edit.kind} is not known yet` });
}

/** True for an edit of notes or lists that leaves all as it is, so that undo would take back nothing. */
export function notesNothing(edit: Edit, { annotations, lists }: EditBasis): boolean {
  if (edit.kind === 'annotate') return annotatesNothing(edit, annotations);
  return isListEdit(edit) && changesNoList(edit, lists);
}

/** True for an edit that the map is not changed by. */
export function isBesideMap({ kind }: StoredEdit): boolean {
  return kind === 'annotate' || kind === 'make-list' || kind === 'change-list' || kind === 'remove-list';
}

function checkedMove(edit: Extract<Edit, { kind: 'move' }>, map: TopicMap): StoredEdit {
  const nodes = nodePositions(map);
  const unknown = edit.nodes.find(({ id }) => !nodes.has(id));
  if (unknown) throw new AtlasError('map.noPaper', { paper: unknown.id });
  return edit;
}

function boundRename(edit: Extract<Edit, { kind: 'rename-topic' }>, map: TopicMap): StoredEdit {
  if (!mainTopics(map).some((topic) => topic.id === edit.topic)) throw new AtlasError('map.noTopic', { topic: edit.topic });
  return { ...edit, members: map.papers.filter((paper) => paper.topic === edit.topic).map((paper) => paper.id) };
}
