import type { Selection } from './settings.ts';

/** Ids of the papers, concept or topic that a selection names; none for a link, a path and topics that are compared. */
export function selectedIds(selection: Selection): readonly string[] {
  if (selection.kind === 'papers') return selection.ids;
  return 'id' in selection ? [selection.id] : [];
}
