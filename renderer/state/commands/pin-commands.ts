import { selectedIds } from '../../../shared/selected-ids.ts';
import type { Selection } from '../../../shared/settings.ts';
import { beginCarrying } from '../carry-actions.ts';
import { applyEdit } from '../edit-actions.ts';
import { openLibrary, openMap } from '../library-store.ts';
import { mapIndex } from '../map-index.ts';
import { isIdle } from '../task-store.ts';
import { useView } from '../view-store.ts';
import { counted } from '../words.ts';
import { command, hasMap, selectionCommand } from './command.ts';

/** Commands on what stays where the user put it. */
export const PIN_COMMANDS = {
  'map.carry': { ...selectionCommand(['paper', 'papers', 'concept'], 'Move with the arrow keys', ['g'], beginCarrying, (selection) => isIdle() && isDrawn(selection)), section: 'correct' as const, hint: 'As dragging does; it stays where you put it' },
  'map.pin': { ...selectionCommand(['paper', 'papers', 'concept'], 'Keep it where it is', [], (selection) => pin(selection), (selection) => isIdle() && isDrawn(selection) && pinnedOf(selection).length < selectedIds(selection).length), section: 'correct' as const, hint: 'Pins it: the layout leaves it there' },
  'map.unpin': { ...selectionCommand(['paper', 'papers', 'concept', 'topic'], 'Let the layout place it again', [], async (selection) => unpin(pinnedOf(selection)), (selection) => isIdle() && pinnedOf(selection).length > 0), section: 'correct' as const },
  'map.unpinAll': command('Map', 'Let the layout place all again', [], () => hasMap() && isIdle() && allPinned().length > 0, async () => unpin(allPinned()), 'Papers and concepts that you dragged go back to where the layout has them'),
};

function allPinned(): readonly string[] {
  return openLibrary()?.pinned ?? [];
}

/** Ids of what a selection stands for that stays where the user put it. */
function pinnedOf(selection: Selection): string[] {
  const map = openLibrary()?.map;
  const pinned = new Set(allPinned());
  if (!map || pinned.size === 0) return [];
  const ids = selection.kind === 'topic' ? mapIndex(map).inTopic(selection.id).map(({ id }) => id) : selectedIds(selection);
  return ids.filter((id) => pinned.has(id));
}

/** Whether the view shows papers, or concepts, as the selection is of. */
function isDrawn({ kind }: Selection): boolean {
  return useView.getState().view !== (kind === 'concept' ? 'papers' : 'concepts');
}

async function pin(selection: Selection): Promise<void> {
  const map = openMap();
  const pinned = new Set(allPinned());
  const ids = new Set(selectedIds(selection).filter((id) => !pinned.has(id)));
  const nodes = [...(map?.papers ?? []), ...(map?.concepts ?? [])].filter(({ id }) => ids.has(id)).map(({ id, x, y }) => ({ id, x, y }));
  await applyEdit({ kind: 'move', nodes }, { task: null, says: () => (nodes.length === 1 ? 'It stays where it is, whatever the layout does' : `${counted(nodes.length, 'dot')} stay where they are, whatever the layout does`) });
}

async function unpin(nodes: readonly string[]): Promise<void> {
  await applyEdit({ kind: 'unpin', nodes: [...nodes] }, { task: null, says: () => `${counted(nodes.length, 'dot')} went back to where the layout has ${nodes.length === 1 ? 'it' : 'them'}` });
}
