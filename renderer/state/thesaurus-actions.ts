import { call } from '../api/call.ts';
import type { FileRef } from '../../shared/contract.ts';
import type { ThesaurusReply } from '../../shared/library-state.ts';
import type { Reply } from '../../shared/failures.ts';
import { updateLibrary } from './adopt-library.ts';
import { openDialog } from './dialog-store.ts';
import { showFileDialog } from './file-picker.ts';
import { isDesktop } from './host-store.ts';
import { asTask } from './task-store.ts';
import { useThesauri } from './thesaurus-store.ts';
import { counted } from './words.ts';

/** Opens the dialog with the library's thesauri. */
export async function showThesauri(): Promise<void> {
  useThesauri.setState({ list: null, problem: null });
  openDialog({ kind: 'thesauri' });
  const reply = await call('thesaurus.list', {});
  useThesauri.setState(reply.ok ? { list: reply.value } : { problem: reply.failure.message });
}

/** Lets the user choose thesauri and adds them. */
export async function chooseThesauri(): Promise<void> {
  if (!isDesktop()) return showFileDialog('thesaurus');
  const reply = await call('host.chooseFiles', { purpose: 'thesaurus' });
  if (reply.ok) await addThesauri(reply.value.files);
  else useThesauri.setState({ problem: reply.failure.message });
}

/** Adds thesauri by reference; the map is made anew. */
export async function addThesauri(files: readonly FileRef[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  const label = files.length === 1 ? `Reading ${first.name}` : `Reading ${counted(files.length, 'file')}`;
  await change(label, () => call('thesaurus.add', { files: [...files] }));
}

/** Uses the thesaurus that ships with the app again. */
export function addBuiltInThesaurus(): Promise<void> {
  return change('Finding concepts', () => call('thesaurus.addBuiltIn', {}));
}

/** Uses a thesaurus no more. */
export function removeThesaurus(id: string): Promise<void> {
  return change('Finding concepts', () => call('thesaurus.remove', { id }));
}

async function change(label: string, work: () => Promise<Reply<ThesaurusReply>>): Promise<void> {
  useThesauri.setState({ problem: null });
  const reply = await asTask(label, async () => {
    const changed = await work();
    if (changed.ok) await updateLibrary(changed.value.state);
    return changed;
  });
  if (!reply.ok) {
    if (reply.failure.code !== 'call.cancelled') useThesauri.setState({ problem: reply.failure.message });
    return;
  }
  const { thesauri, contradictions } = reply.value;
  useThesauri.setState({ list: { thesauri, contradictions } });
}
