import type { Command, CommandId } from './commands.ts';
import { isDesktop } from './host-store.ts';

/** Shortcuts that only the desktop can have: in a browser they are the browser's own. The system's menu listens to them. */
const DESKTOP_SHORTCUTS: Partial<Record<CommandId, string>> = {
  'library.new': 'Mod+N',
  'export.svg': 'Mod+Shift+E',
  'map.zoomIn': 'Mod+Plus',
  'map.zoomOut': 'Mod+-',
  'map.fit': 'Mod+0',
};

/** All shortcuts of a command on this host; the first is the one to show. */
export function shortcutsOf(id: CommandId, { shortcuts }: Command): readonly string[] {
  const own = DESKTOP_SHORTCUTS[id];
  return own !== undefined && isDesktop() ? [...shortcuts, own] : shortcuts;
}
