import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_NAME } from '../app-identity.ts';
import { APP_ADDRESS } from './protocol.ts';
import { fittingBounds, MINIMUM_SIZE, windowStateFile } from './window-state.ts';

/** Behind the page until it has drawn, so that no white flashes up. */
const BACKGROUND = { light: '#ffffff', dark: '#16181d' };

/** The app's window: sandboxed, isolated, without Node, at the size and place where it was closed last. */
export function openWindow(stateFolder: string): BrowserWindow {
  const file = windowStateFile(stateFolder);
  const state = file.read();
  const window = new BrowserWindow({
    ...fittingBounds(state.bounds, workAreas()),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: APP_NAME,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => file.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  void window.loadURL(APP_ADDRESS);
  return window;
}

function workAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}
