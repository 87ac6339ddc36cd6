import type { Edit } from '../../../shared/edit.ts';
import type { Annotation, NamedList } from '../../../shared/library-state.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import type { ConceptIndex } from '../model.ts';
import { storedAnnotate } from './annotation-targets.ts';
import { annotatesNothing } from './annotations.ts';
import { nodePositions } from './import-papers.ts';
import type { StoredEdit } from './journal.ts';
import { isConceptCorrection } from '../corrections/concept-correction.ts';
import { correctsNothing, storedCorrection } from './concept-edits.ts';
import { changesNoList, checkedListEdit, isListEdit } from './lists.ts';
import { changesNoTopic, isTopicEdit, storedTopicEdit } from './topic-edits.ts';

/** What an edit is made on. */
export interface EditBasis {
  /** The map as the user has it; null while there are no papers. */
  map: TopicMap | null;
  annotations: readonly Annotation[];
  lists: readonly NamedList[];
  /** Papers and concepts that stay where the user put them. */
  pinned: readonly string[];
  /** Gives the concepts as they are corrected; null while there are no papers. */
  index: () => ConceptIndex | null;
}

/** An edit as the journal keeps it. Throws map.empty, map.noPaper, map.noConcept, map.noWording, map.noTopic, edit.nameTaken or edit.noList where it refers to what is not there, or must not be. */
export function storedEdit(edit: Edit, { map, lists, index }: EditBasis): StoredEdit {
  if (edit.kind === 'settings') return edit;
  if (!map) throw new AtlasError('map.empty');
  if (edit.kind === 'move') return checkedMove(edit, map);
  if (edit.kind === 'unpin') return edit;
  if (isTopicEdit(edit)) return storedTopicEdit(edit, map);
  if (edit.kind === 'annotate') return storedAnnotate(edit, map);
  if (isListEdit(edit)) return checkedListEdit(edit, map, lists);
  return storedCorrection(edit, index()?.concepts ?? []);
}

/** True for an edit that leaves all as it is, so that undo would take back nothing. `stored` is the same as the journal would keep it. */
export function changesNothing(edit: Edit, stored: StoredEdit, { map, annotations, lists, pinned }: EditBasis): boolean {
  if (edit.kind === 'annotate') return annotatesNothing(edit, annotations);
  if (isConceptCorrection(stored)) return correctsNothing(stored);
  if (isTopicEdit(stored)) return map !== null && changesNoTopic(stored, map);
  if (edit.kind === 'unpin') return unpinsNothing(edit.nodes, new Set(pinned));
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

function unpinsNothing(nodes: readonly string[], pinned: ReadonlySet<string>): boolean {
  return nodes.every((id) => !pinned.has(id));
}
