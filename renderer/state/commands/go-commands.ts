import { clearSelection, stepThroughHistory } from '../navigation.ts';
import { focusSearch } from '../search-focus.ts';
import { canGoBack, canGoForward } from '../selection-history.ts';
import { useView } from '../view-store.ts';
import { goToPart } from '../window-parts.ts';
import { always, command, hasMap } from './command.ts';

/** Commands that lead elsewhere. */
export const GO_COMMANDS = {
  'history.back': command('Go', 'Back', ['Alt+ArrowLeft'], () => canGoBack(useView.getState().history), () => stepThroughHistory(-1)),
  'history.forward': command('Go', 'Forward', ['Alt+ArrowRight'], () => canGoForward(useView.getState().history), () => stepThroughHistory(1)),
  'search.focus': command('Go', 'Search', ['Mod+F', '/'], hasMap, focusSearch),
  'part.next': command('Go', 'Next part of the window', ['F6'], always, () => goToPart(1), 'Bar, topics, map, table or timeline, details'),
  'part.previous': command('Go', 'Previous part of the window', ['Shift+F6'], always, () => goToPart(-1)),
  'selection.clear': command('Go', 'Clear the selection', ['Escape'], hasMap, clearSelection),
};
