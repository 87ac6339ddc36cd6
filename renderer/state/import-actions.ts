import { call } from '../api/call.ts';
import type { FilePurpose, FileRef } from '../../shared/contract.ts';
import type { ImportReply } from '../../shared/library-state.ts';
import type { Reply } from '../../shared/failures.ts';
import { updateLibrary } from './adopt-library.ts';
import { references, showFileDialog } from './file-picker.ts';
import { isDesktop } from './host-store.ts';
import { summariseImport } from './import-summary.ts';
import { openLibraryFile } from './library-actions.ts';
import { useLibrary } from './library-store.ts';
import { sayDone, sayFailed } from './message-store.ts';
import { asTask, isIdle, showCancelling } from './task-store.ts';
import { addThesauri } from './thesaurus-actions.ts';
import { counted } from './words.ts';

/** Lets the user choose files and imports their papers. */
export async function chooseAndImport(): Promise<void> {
  if (!isDesktop()) return showFileDialog('import');
  const reply = await call('host.chooseFiles', { purpose: 'import' });
  if (reply.ok) await importFiles(reply.value.files);
  else sayFailed(reply.failure);
}

/** Takes files that were dropped on the window or chosen in the browser's dialog: thesauri are added, a single library is opened, all else imported. */
export async function takePageFiles(files: readonly File[], purpose: FilePurpose): Promise<void> {
  if (files.length === 0) return;
  await untilStarted();
  if (!isIdle()) return;
  const taken = await asTask('Taking in the files', () => references(files));
  const [first] = taken;
  if (purpose === 'thesaurus') await addThesauri(taken);
  else if (purpose === 'open' && first) await openLibraryFile(first);
  else await takeFiles(taken);
}

/** Takes files by reference: a single library is opened, all else imported. */
export async function takeFiles(files: readonly FileRef[]): Promise<void> {
  const [first] = files;
  if (files.length === 1 && first?.name.toLowerCase().endsWith('.atlas')) await openLibraryFile(first);
  else await importFiles(files);
}

/** Imports pasted text. True when it worked. */
export function importText(text: string): Promise<boolean> {
  return importWith('Reading the text', () => call('library.importText', { text }));
}

/** Opens the sample that ships with the app. */
export async function openSample(): Promise<void> {
  const reply = await asTask('Opening the sample', () => adopted(call('library.sample', {})));
  if (!reply.ok) return sayFailed(reply.failure);
  sayDone(`The sample is open: ${counted(reply.value.state.map?.papers.length ?? 0, 'paper')}`);
}

/** Stops the running long work. */
export async function cancelTask(): Promise<void> {
  showCancelling();
  const reply = await call('job.cancel', {});
  if (!reply.ok) sayFailed(reply.failure);
}

async function importFiles(files: readonly FileRef[]): Promise<void> {
  if (files.length === 0) return;
  const [first] = files;
  const label = files.length === 1 && first ? `Reading ${first.name}` : `Reading ${counted(files.length, 'file')}`;
  await importWith(label, () => call('library.import', { files: [...files] }));
}

async function importWith(label: string, work: () => Promise<Reply<ImportReply>>): Promise<boolean> {
  const reply = await asTask(label, () => adopted(work()));
  if (!reply.ok) {
    sayFailed(reply.failure);
    return false;
  }
  sayDone(summariseImport(reply.value.report), reply.value.report);
  return true;
}

/** Shows the library that an import left; gives the import's reply. */
async function adopted(importing: Promise<Reply<ImportReply>>): Promise<Reply<ImportReply>> {
  const reply = await importing;
  if (reply.ok) await updateLibrary(reply.value.state);
  return reply;
}

/** Waits until a library is on screen: files may be dropped while the last one is still being opened. */
async function untilStarted(): Promise<void> {
  if (useLibrary.getState().kind !== 'starting') return;
  await new Promise<void>((resume) => {
    const stop = useLibrary.subscribe(({ kind }) => {
      if (kind === 'starting') return;
      stop();
      resume();
    });
  });
}
