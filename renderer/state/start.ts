import { call, listen } from '../api/call.ts';
import { showLibrary } from './adopt-library.ts';
import { isCommandId, runCommand } from './commands.ts';
import { keepHostMenu } from './host-menu.ts';
import { keepFocus } from './focus-keeper.ts';
import { useHost } from './host-store.ts';
import { takeFiles } from './import-actions.ts';
import { listenToKeys } from './keyboard.ts';
import { useLibrary } from './library-store.ts';
import { sayFailed } from './message-store.ts';
import { keepSearchInStep } from './search-store.ts';
import { asTask, showProgress } from './task-store.ts';
import { adoptHostTheme } from './theme-store.ts';
import { rememberParts } from './window-parts.ts';
import { keepViewSaved } from './view-saving.ts';
import { keepLookUpsReady } from './work-ahead.ts';

/** Joins the window to its host: the library as it was left, then keys, menu and files, which need to know what host it is. Called once. */
export async function start(): Promise<void> {
  listen('progress', showProgress);
  listen('trouble', sayFailed);
  await loadLibrary();
  keepViewSaved();
  keepSearchInStep();
  listenToKeys();
  keepFocus();
  rememberParts();
  keepHostMenu();
  keepLookUpsReady();
  listen('menu', ({ command, argument }) => {
    if (isCommandId(command)) runCommand(command, argument);
  });
  listen('files.open', ({ files }) => void takeFiles(files));
}

/** Asks the host what it is and which library is open. Also what "Try again" does after a failure. */
export async function loadLibrary(): Promise<void> {
  const [info, library] = await Promise.all([call('host.info', {}), asTask('Opening the library', () => call('library.state', {}))]);
  if (info.ok) {
    useHost.setState({ info: info.value });
    adoptHostTheme(info.value.theme);
  }
  if (library.ok) await showLibrary(library.value);
  else useLibrary.setState({ kind: 'failed', failure: library.failure }, true);
}
