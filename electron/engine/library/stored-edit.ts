import type { Annotation, Edit, NamedList } from '../../../shared/contract.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { mainTopics, type TopicMap } from '../../../shared/topic-map.ts';
import type { ConceptIndex } from '../model.ts';
import { annotatesNothing, storedAnnotate } from './annotations.ts';
import { nodePositions } from './import-papers.ts';
import type { StoredEdit } from './journal.ts';
import { isConceptCorrection } from '../corrections/concept-correction.ts';
import { correctsNothing, storedCorrection } from './concept-edits.ts';
import { changesNoList, checkedListEdit, isListEdit } from './lists.ts';

/** What an edit is made on. */
export interface EditBasis {
  /** The map as the user has it; null while there are no papers. */
  map: TopicMap | null;
  annotations: readonly Annotation[];
  lists: readonly NamedList[];
  /** Gives the concepts as they are corrected; null while there are no papers. */
  index: () => ConceptIndex | null;
}

/** An edit as the journal keeps it. Throws map.empty, map.noPaper, map.noConcept, map.noWording, map.noTopic, edit.nameTaken or edit.noList where it refers to what is not there, or must not be. */
export function storedEdit(edit: Edit, { map, lists, index }: EditBasis): StoredEdit {
  if (edit.kind === 'settings') return edit;
  if (!map) throw new AtlasError('map.empty');
  if (edit.kind === 'move') return checkedMove(edit, map);
  if (edit.kind === 'rename-topic') return boundRename(edit, map);
  if (edit.kind === 'annotate') return storedAnnotate(edit, map);
  if (isListEdit(edit)) return checkedListEdit(edit, map, lists);
  if (isConceptCorrection(edit)) return storedCorrection(edit, index()?.concepts ?? []);
  throw new AtlasError('internal', { problem: `${edit.kind} is not known yet` });
}

/** True for an edit that leaves all as it is, so that undo would take back nothing. `stored` is the same as the journal would keep it. */
export function changesNothing(edit: Edit, stored: StoredEdit, { annotations, lists }: EditBasis): boolean {
  if (edit.kind === 'annotate') return annotatesNothing(edit, annotations);
  if (isConceptCorrection(stored)) return correctsNothing(stored);
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
