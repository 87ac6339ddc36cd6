import { openDialog } from '../dialog-store.ts';
import { openMap } from '../library-store.ts';
import { openList } from '../lists.ts';
import { papersOfSelection } from '../list-words.ts';
import { goToSideTab } from '../side-tab-store.ts';
import { command, hasMap, selectionCommand } from './command.ts';

/** Commands on lists of papers. */
export const LIST_COMMANDS = {
  'list.make': selectionCommand(['paper', 'papers', 'topic', 'concept', 'link', 'compare'], 'Put into a list…', ['l'], (selection) => {
    const map = openMap();
    if (map) openDialog({ kind: 'list', papers: papersOfSelection(map, selection) });
  }),
  'list.all': command('View', 'Lists', ['Shift+L'], hasMap, () => {
    openList(null);
    goToSideTab('lists');
  }),
};
