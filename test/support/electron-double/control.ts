import { app } from './app.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, type MenuTemplate } from './menu.ts';
import { permissions } from './session.ts';
import { state } from './state.ts';
import { BrowserWindow } from './windows.ts';

/*
 * What a test can ask of the double, by messages to its process. Each answers with something that JSON can hold.
 */

/** What is asked and what is answered, for both sides. */
export interface DoubleCommands {
  /** Files to choose in the next open dialog. */
  answerOpen: (paths: string[]) => void;
  /** Place to choose in the next save dialog. */
  answerSave: (path: string) => void;
  dialogs: () => { kind: 'open' | 'save'; options: unknown }[];
  openedExternally: () => string[];
  recentDocuments: () => string[];
  /** The menu as lines of its labels: "File > Open recent > Thesis". */
  menuEntries: () => { path: string; accelerator: string | null; checked: boolean | null; enabled: boolean }[];
  /** Clicks the entry of that path. */
  clickMenu: (path: string) => void;
  requestPermission: (permission: string) => boolean;
  /** Calls a channel as a frame of that address would; `framed` for a frame within the page, a null address for one that is gone. */
  invokeAs: (channel: string, address: string | null, framed: boolean, args: unknown[]) => unknown;
  secondStart: (files: string[]) => void;
  openFile: (path: string) => void;
  placeFiles: (places: Record<string, string>) => void;
  windowOptions: () => unknown;
  windowShown: () => { visible: boolean; minimized: boolean; focusCount: number };
  minimize: () => void;
  setBounds: (bounds: { x: number; y: number; width: number; height: number }) => void;
  crashPage: () => void;
  closeWindow: () => void;
  quit: () => void;
}

const theWindow = (): BrowserWindow => {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) throw new Error('No window is open');
  return window;
};

const COMMANDS: { [C in keyof DoubleCommands]: (...args: Parameters<DoubleCommands[C]>) => ReturnType<DoubleCommands[C]> | Promise<ReturnType<DoubleCommands[C]>> } = {
  answerOpen: (paths) => void state.openAnswers.push(paths),
  answerSave: (path) => void state.saveAnswers.push(path),
  dialogs: () => state.dialogs,
  openedExternally: () => state.openedExternally,
  recentDocuments: () => state.recentDocuments,
  menuEntries: () => entriesOf(Menu.current).map(({ path, item }) => ({ path, accelerator: item.accelerator ?? null, checked: item.checked ?? null, enabled: item.enabled !== false })),
  clickMenu(path) {
    const found = entriesOf(Menu.current).find((entry) => entry.path === path);
    if (!found?.item.click) throw new Error(`The menu has no “${path}”`);
    found.item.click();
  },
  requestPermission(permission) {
    let granted = false;
    permissions.request(theWindow().webContents, permission, (allowed) => { granted = allowed; });
    return granted || permissions.check(theWindow().webContents, permission, '', {});
  },
  invokeAs(channel, address, framed, args) {
    const { webContents } = theWindow();
    const frame = address === null ? null : { url: address, parent: framed ? webContents.mainFrame : null };
    return ipcMain.handler(channel)({ sender: webContents, senderFrame: frame }, ...args);
  },
  secondStart: (files) => void app.emit('second-instance', {}, [], '/', { files }),
  openFile: (path) => void app.emit('open-file', { preventDefault: () => undefined }, path),
  placeFiles: (places) => theWindow().webContents.placeFiles(places),
  windowOptions: () => theWindow().options,
  windowShown: () => ({ visible: theWindow().isVisible(), minimized: theWindow().isMinimized(), focusCount: theWindow().focusCount }),
  minimize: () => theWindow().minimize(),
  setBounds: (bounds) => theWindow().setBounds(bounds),
  crashPage: () => void theWindow().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
  closeWindow: () => void theWindow().close(),
  quit: () => app.quit(),
};

/** Answers the test's messages from now on; ends with the test. */
export function listenToTest(): void {
  process.on('message', (message: { id: number; command: keyof DoubleCommands; args: unknown[] }) => void answer(message));
  process.on('disconnect', () => process.exit(0));
}

async function answer({ id, command, args }: { id: number; command: keyof DoubleCommands; args: unknown[] }): Promise<void> {
  try {
    const run = COMMANDS[command] as (...given: unknown[]) => unknown;
    process.send?.({ id, value: (await run(...args)) ?? null });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
}

function entriesOf(items: readonly MenuTemplate[], above = ''): { path: string; item: MenuTemplate }[] {
  return items.flatMap((item) => {
    const label = (item.label ?? item.role ?? '').replace('&', '');
    if (item.type === 'separator') return [];
    const path = above === '' ? label : `${above} > ${label}`;
    return item.submenu ? entriesOf(item.submenu, path) : [{ path, item }];
  });
}
