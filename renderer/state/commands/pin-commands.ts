import type { Selection } from '../../../shared/settings.ts';
import { applyEdit } from '../edit-actions.ts';
import { openLibrary } from '../library-store.ts';
import { mapIndex } from '../map-index.ts';
import { isIdle } from '../task-store.ts';
import { counted } from '../words.ts';
import { command, hasMap, selectionCommand } from './command.ts';

/** Commands on what stays where the user put it. */
export const PIN_COMMANDS = {
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
  if (selection.kind === 'papers') return selection.ids.filter((id) => pinned.has(id));
  if (selection.kind === 'topic') return mapIndex(map).inTopic(selection.id).map(({ id }) => id).filter((id) => pinned.has(id));
  return 'id' in selection && pinned.has(selection.id) ? [selection.id] : [];
}

async function unpin(nodes: readonly string[]): Promise<void> {
  await applyEdit({ kind: 'unpin', nodes: [...nodes] }, { task: null, says: () => `${counted(nodes.length, 'dot')} went back to where the layout has ${nodes.length === 1 ? 'it' : 'them'}` });
}
