import { togglePanel } from '../panel-store.ts';
import { setTheme } from '../theme-store.ts';
import { setDrawer, setView, useView } from '../view-store.ts';
import type { Drawer } from '../../../shared/settings.ts';
import { always, command, hasMap } from './command.ts';

const toggleDrawer = (drawer: Drawer) => () => setDrawer(useView.getState().drawer === drawer ? 'closed' : drawer);

/** Commands on what the window shows. */
export const VIEW_COMMANDS = {
  'view.papers': command('View', 'Show papers', ['1', 'Mod+1'], hasMap, () => setView('papers')),
  'view.concepts': command('View', 'Show concepts', ['2', 'Mod+2'], hasMap, () => setView('concepts')),
  'view.both': command('View', 'Show both', ['3', 'Mod+3'], hasMap, () => setView('both')),
  'drawer.papers': command('View', 'Table of papers', ['t'], hasMap, toggleDrawer('papers')),
  'drawer.concepts': command('View', 'Table of concepts', ['Shift+T'], hasMap, toggleDrawer('concepts')),
  'drawer.timeline': command('View', 'Timeline', ['y'], hasMap, toggleDrawer('timeline')),
  'panel.topics': command('View', 'Topics panel', [], hasMap, () => togglePanel('topics')),
  'panel.details': command('View', 'Details panel', [], hasMap, () => togglePanel('details')),
  'theme.system': command('View', 'Theme like the system', [], always, () => setTheme('system')),
  'theme.light': command('View', 'Light theme', [], always, () => setTheme('light')),
  'theme.dark': command('View', 'Dark theme', [], always, () => setTheme('dark')),
};
