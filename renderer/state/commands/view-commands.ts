import { toggleDrawer } from '../drawer-actions.ts';
import { togglePanel, usePanels, type PanelName } from '../panel-store.ts';
import { setTheme, useTheme } from '../theme-store.ts';
import { setView, useView } from '../view-store.ts';
import type { Drawer, Theme, View } from '../../../shared/settings.ts';
import { always, command, hasMap, type Command } from './command.ts';

const viewCommand = (view: View, label: string, shortcuts: readonly string[]): Command => ({
  ...command('View', label, shortcuts, hasMap, () => setView(view)),
  isOn: () => useView.getState().view === view,
});

const drawerCommand = (drawer: Exclude<Drawer, 'closed'>, label: string, shortcut: string): Command => ({
  ...command('View', label, [shortcut], hasMap, () => toggleDrawer(drawer)),
  isOn: () => useView.getState().drawer === drawer,
});

const panelCommand = (panel: PanelName, label: string): Command => ({
  ...command('View', label, [], hasMap, () => togglePanel(panel)),
  isOn: () => usePanels.getState()[panel] === 'open',
});

const themeCommand = (theme: Theme, label: string): Command => ({
  ...command('View', label, [], always, () => setTheme(theme)),
  isOn: () => useTheme.getState().theme === theme,
});

/** Commands on what the window shows. */
export const VIEW_COMMANDS = {
  'view.papers': viewCommand('papers', 'Show papers', ['1', 'Mod+1']),
  'view.concepts': viewCommand('concepts', 'Show concepts', ['2', 'Mod+2']),
  'view.both': viewCommand('both', 'Show both', ['3', 'Mod+3']),
  'drawer.papers': drawerCommand('papers', 'Table of papers', 't'),
  'drawer.concepts': drawerCommand('concepts', 'Table of concepts', 'Shift+T'),
  'drawer.timeline': drawerCommand('timeline', 'Timeline', 'y'),
  'panel.topics': panelCommand('topics', 'Topics panel'),
  'panel.details': panelCommand('details', 'Details panel'),
  'theme.system': themeCommand('system', 'Theme like the system'),
  'theme.light': themeCommand('light', 'Light theme'),
  'theme.dark': themeCommand('dark', 'Dark theme'),
};
