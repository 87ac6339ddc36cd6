import type { BrowserWindow } from './windows.ts';
import { protocolHandlers, type ProtocolHandler } from './browser-session.ts';
import { listenToTest } from './control.ts';
import { state } from './state.ts';

/* A double of the `electron` module, as far as Concept Atlas uses it. Its windows are real pages of Chromium. */

export { app } from './app.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { nativeTheme } from './native-theme.ts';
export { session } from './session.ts';
export { BrowserWindow } from './windows.ts';

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown): void {
    if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    void schemes;
  },
  handle: (scheme: string, handler: ProtocolHandler): void => void protocolHandlers.set(scheme, handler),
};

export const shell = {
  openExternal(address: string): Promise<void> {
    state.openedExternally.push(address);
    return Promise.resolve();
  },
};

export const dialog = {
  showOpenDialog(_window: BrowserWindow, options: unknown): Promise<{ canceled: boolean; filePaths: string[] }> {
    state.dialogs.push({ kind: 'open', options });
    const answer = state.openAnswers.shift();
    return Promise.resolve({ canceled: answer === undefined, filePaths: answer ?? [] });
  },
  showSaveDialog(_window: BrowserWindow, options: unknown): Promise<{ canceled: boolean; filePath: string }> {
    state.dialogs.push({ kind: 'save', options });
    const answer = state.saveAnswers.shift();
    return Promise.resolve({ canceled: answer === undefined, filePath: answer ?? '' });
  },
};

const DISPLAY = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } };

export const screen = {
  getPrimaryDisplay: () => DISPLAY,
  getAllDisplays: () => [DISPLAY],
};

listenToTest();
