import { call } from '../api/call.ts';
import type { FileRef } from '../../shared/contract.ts';
import type { LibraryState } from '../../shared/library-state.ts';
import type { Reply } from '../../shared/failures.ts';
import { showLibrary, updateLibrary } from './adopt-library.ts';
import { saveBytes } from './downloads.ts';
import { showFileDialog } from './file-picker.ts';
import { isDesktop } from './host-store.ts';
import { sayDone, sayFailed } from './message-store.ts';
import { asTask } from './task-store.ts';
import { flushView } from './view-saving.ts';

/** Begins an empty library; the one that was open stays among the recent ones. */
export function newLibrary(): Promise<void> {
  return replaceLibrary('Making a new library', () => call('library.new', {}));
}

/** Opens the library in a file. */
export function openLibraryFile(file: FileRef): Promise<void> {
  return replaceLibrary(`Opening ${file.name}`, () => call('library.open', { file }));
}

/** Opens a library that was open before. */
export function openRecentLibrary(id: string): Promise<void> {
  return replaceLibrary('Opening library', () => call('library.openRecent', { id }));
}

/** Lets the user choose a library's file and opens it. */
export async function chooseLibrary(): Promise<void> {
  if (!isDesktop()) return showFileDialog('open');
  const reply = await call('host.chooseFiles', { purpose: 'open' });
  if (!reply.ok) return sayFailed(reply.failure);
  const [file] = reply.value.files;
  if (file) await openLibraryFile(file);
}

/** Saves the library to a place of the user's. */
export async function saveLibraryAs(): Promise<void> {
  await flushView();
  const reply = await call('library.saveAs', {});
  if (!reply.ok) return sayFailed(reply.failure);
  const { state, file } = reply.value;
  await updateLibrary(state);
  if (file) {
    await saveBytes(file);
    sayDone(`Saved a copy as ${file.name}`);
  } else if (!state.unsaved) {
    sayDone(`Saved as ${state.name}`);
  }
}

async function replaceLibrary(label: string, open: () => Promise<Reply<LibraryState>>): Promise<void> {
  await flushView();
  await asTask(label, async () => {
    const reply = await open();
    if (reply.ok) await showLibrary(reply.value);
    else sayFailed(reply.failure);
  });
}
