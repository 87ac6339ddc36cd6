import { join } from 'node:path';
import { app, dialog, nativeTheme } from 'electron';
import { failureOf } from '../../../shared/failures.ts';
import { APP_NAME } from '../app-identity.ts';
import { claimDataFolder, type DataClaim } from '../data-claim.ts';
import { userDataFolder } from '../data-folder.ts';
import { createDispatch } from '../dispatch.ts';
import { createFileReferences, type FileReferences } from '../file-references.ts';
import { guideSetting } from '../guide-setting.ts';
import { builtPageFolder } from '../page-files.ts';
import { createTemporaryFiles } from '../temporary-files.ts';
import { themeSetting } from '../theme-setting.ts';
import { createWorkerClient } from '../worker/worker-client.ts';
import { readArguments } from './command-line.ts';
import { createDesktopMenu } from './desktop-menu.ts';
import { createDesktopPage, type DesktopPage } from './desktop-page.ts';
import { createDesktopServices } from './desktop-services.ts';
import { answerPage } from './page-calls.ts';
import { registerAppScheme, serveApp } from './protocol.ts';
import { lockDown } from './security.ts';
import { claimInstance } from './single-instance.ts';

/** Starts the desktop app, or hands its files to the one that runs already and ends. */
export function startDesktop(): void {
  const { files, dataFolder } = readArguments(process.argv, { packaged: app.isPackaged, folder: process.cwd() });
  app.setName(APP_NAME);
  if (dataFolder) app.setPath('userData', join(dataFolder, 'window'));
  app.enableSandbox();
  registerAppScheme();

  const references = createFileReferences();
  const page = createDesktopPage(references);
  const isOnlyInstance = claimInstance(files, (more) => {
    page.openFiles(more);
    page.focus();
  });
  if (!isOnlyInstance) {
    app.quit();
    return;
  }
  page.openFiles(files);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    page.openFiles([path]);
  });
  run(page, references, dataFolder ?? userDataFolder());
}

/** The hold on the data; null where another host has it, which is then said before the app ends. */
function claimOrQuit(dataFolder: string): DataClaim | null {
  try {
    return claimDataFolder(dataFolder);
  } catch (error) {
    dialog.showErrorBox(APP_NAME, failureOf(error).message);
    app.exit(1);
    return null;
  }
}

/** Ties window, menu and engine together, from the moment the app is ready until it ends. */
function run(page: DesktopPage, references: FileReferences, dataFolder: string): void {
  const claim = claimOrQuit(dataFolder);
  if (!claim) return;
  const engine = createWorkerClient({ dataFolder });
  engine.onProgress((progress) => page.events.send('progress', progress));
  engine.onTrouble((failure) => page.events.send('trouble', failure));
  const theme = themeSetting(dataFolder);
  const temporaryFiles = createTemporaryFiles();
  const menu = createDesktopMenu((command, argument) => page.events.send('menu', argument === undefined ? { command } : { command, argument }));
  const services = createDesktopServices({ window: page.window, references, theme, guide: guideSetting(dataFolder), showMenu: menu.show });
  answerPage({
    window: page.window,
    dispatch: createDispatch({ engine, services }),
    references,
    temporaryFiles,
    onListening: (event) => page.events.listening(event),
  });
  closeInOrder(async () => {
    await engine.cancel();
    await engine.close();
    await temporaryFiles.removeAll();
    claim.release();
  });
  void app.whenReady().then(() => {
    lockDown();
    nativeTheme.themeSource = theme.read().theme;
    serveApp(builtPageFolder());
    menu.show([]);
    page.show();
    app.on('activate', () => page.show());
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
