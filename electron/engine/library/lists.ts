import type { Edit } from '../../../shared/edit.ts';
import type { NamedList } from '../../../shared/library-state.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import type { JournalEntry } from './journal.ts';

type ListEdit = Extract<Edit, { kind: 'make-list' | 'change-list' | 'remove-list' }>;
type ChangeEdit = Extract<Edit, { kind: 'change-list' }>;

/** True for an edit of lists. */
export function isListEdit(edit: { kind: string }): edit is ListEdit {
  return edit.kind === 'make-list' || edit.kind === 'change-list' || edit.kind === 'remove-list';
}

/** An edit of lists, once it is sure that its list and papers are there. Throws edit.noList, edit.listExists or map.noPaper. */
export function checkedListEdit(edit: ListEdit, map: TopicMap, lists: readonly NamedList[]): ListEdit {
  const isThere = lists.some(({ id }) => id === edit.list);
  if (edit.kind === 'make-list' && isThere) throw new AtlasError('edit.listExists', { list: edit.name });
  if (edit.kind !== 'make-list' && !isThere) throw new AtlasError('edit.noList');
  const wanted = edit.kind === 'make-list' ? edit.papers : edit.kind === 'change-list' ? (edit.add ?? []) : [];
  const papers = new Set(map.papers.map(({ id }) => id));
  const missing = wanted.find((paper) => !papers.has(paper));
  if (missing !== undefined) throw new AtlasError('map.noPaper', { paper: missing });
  return edit;
}

/** The lists after all edits, oldest first, each with those of its papers that the map has. */
export function listsAfter(edits: readonly JournalEntry[], map: TopicMap): NamedList[] {
  const lists = new Map<string, NamedList>();
  for (const { edit } of edits) {
    if (!isListEdit(edit)) continue;
    const before = lists.get(edit.list);
    if (edit.kind === 'make-list') lists.set(edit.list, { id: edit.list, name: edit.name, note: '', starred: false, papers: [...new Set(edit.papers)] });
    else if (edit.kind === 'remove-list') lists.delete(edit.list);
    else if (before) lists.set(edit.list, changedList(before, edit));
  }
  const known = lists.size > 0 ? new Set(map.papers.map(({ id }) => id)) : new Set<string>();
  return [...lists.values()].map(({ id, name, note, starred, papers }) => ({ id, name, note, starred, papers: papers.filter((paper) => known.has(paper)) }));
}

/** True where an edit leaves its list as it is. */
export function changesNoList(edit: ListEdit, lists: readonly NamedList[]): boolean {
  const before = lists.find(({ id }) => id === edit.list);
  return edit.kind === 'change-list' && before !== undefined && JSON.stringify(changedList(before, edit)) === JSON.stringify(before);
}

function changedList(before: NamedList, { name, note, starred, add = [], remove = [] }: ChangeEdit): NamedList {
  const removed = new Set(remove);
  return {
    id: before.id,
    name: name ?? before.name,
    note: note ?? before.note,
    starred: starred ?? before.starred,
    papers: [...new Set([...before.papers, ...add])].filter((paper) => !removed.has(paper)),
  };
}
