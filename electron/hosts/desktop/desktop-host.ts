import { join } from 'node:path';
import { app, Menu, nativeTheme, type BrowserWindow } from 'electron';
import type { RecentLibrary } from '../../../shared/contract.ts';
import { APP_NAME } from '../app-identity.ts';
import { userDataFolder } from '../data-folder.ts';
import { createDispatch } from '../dispatch.ts';
import { createFileReferences } from '../file-references.ts';
import { builtPageFolder } from '../page-files.ts';
import { createTemporaryFiles } from '../temporary-files.ts';
import { themeSetting } from '../theme-setting.ts';
import { createWorkerClient } from '../worker/worker-client.ts';
import { readArguments } from './command-line.ts';
import { createDesktopServices } from './desktop-services.ts';
import { menuTemplate } from './menu.ts';
import { answerPage } from './page-calls.ts';
import { createPageEvents } from './page-events.ts';
import { registerAppScheme, serveApp } from './protocol.ts';
import { lockDown } from './security.ts';
import { claimInstance } from './single-instance.ts';
import { openWindow } from './window.ts';

/** A page that dies again this soon after it was loaded anew is left as it is. */
const CRASH_PAUSE_MS = 10_000;

/** Starts the desktop app, or hands its files to the one that runs already and ends. */
export function startDesktop(): void {
  const started = readArguments(process.argv, { packaged: app.isPackaged, folder: process.cwd() });
  app.setName(APP_NAME);
  if (started.dataFolder) app.setPath('userData', join(started.dataFolder, 'window'));
  app.enableSandbox();
  registerAppScheme();

  let window: BrowserWindow | null = null;
  const references = createFileReferences();
  const events = createPageEvents(() => window);
  const openFiles = (paths: readonly string[]) => {
    if (paths.length > 0) events.send('files.open', { files: paths.map((path) => references.issue(path)) });
  };
  const isOnlyInstance = claimInstance(started.files, (files) => {
    openFiles(files);
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  if (!isOnlyInstance) {
    app.quit();
    return;
  }
  openFiles(started.files);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFiles([path]);
  });

  const dataFolder = started.dataFolder ?? userDataFolder();
  const engine = createWorkerClient({ dataFolder });
  engine.onProgress((progress) => events.send('progress', progress));
  const theme = themeSetting(dataFolder);
  const temporaryFiles = createTemporaryFiles();
  let recent: readonly RecentLibrary[] = [];
  const drawMenu = () => {
    const template = menuTemplate({ platform: process.platform, theme: nativeTheme.themeSource, recent }, (command, argument) => {
      events.send('menu', argument === undefined ? { command } : { command, argument });
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  const services = createDesktopServices({ window: () => window, references, theme, onTheme: drawMenu });
  answerPage({
    window: () => window,
    dispatch: createDispatch({ engine, services }),
    references,
    temporaryFiles,
    onListening: (event) => events.listening(event),
    onRecent(libraries) {
      if (JSON.stringify(libraries) === JSON.stringify(recent)) return;
      recent = libraries;
      drawMenu();
    },
  });

  const showWindow = () => {
    const opened = openWindow(app.getPath('userData'));
    window = opened;
    opened.on('closed', () => { window = null; });
    opened.webContents.on('did-start-navigation', (navigation) => {
      if (navigation.isMainFrame && !navigation.isSameDocument) events.reset();
    });
    reloadAfterCrash(opened);
  };

  closeInOrder(async () => {
    await engine.cancel();
    await engine.close();
    await temporaryFiles.removeAll();
  });
  void app.whenReady().then(() => {
    lockDown();
    nativeTheme.themeSource = theme.read().theme;
    serveApp(builtPageFolder());
    drawMenu();
    showWindow();
    app.on('activate', () => {
      if (!window) showWindow();
    });
  });
}

/** Everything acknowledged is in the library, so a page that died is simply loaded anew. */
function reloadAfterCrash(window: BrowserWindow): void {
  let crashedAt = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const again = performance.now() - crashedAt < CRASH_PAUSE_MS;
    crashedAt = performance.now();
    if (reason !== 'clean-exit' && !again) window.reload();
  });
}

/** Ends the app with its last window (but for macOS), after `close` is done. */
function closeInOrder(close: () => Promise<void>): void {
  let closed = false;
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
