import { refer } from '../api/call.ts';
import type { FilePurpose, FileRef } from '../../shared/contract.ts';
import { sayFailed } from './message-store.ts';

const inputs = new Map<FilePurpose, HTMLInputElement>();

/** Makes an input of the page the one that is asked for this purpose; gives the function that takes it away again. */
export function registerFileInput(purpose: FilePurpose, input: HTMLInputElement): () => void {
  inputs.set(purpose, input);
  return () => inputs.delete(purpose);
}

/** Shows the browser's file dialog; what is chosen reaches the input's own listener. Has to be called on a user's click or key. */
export function showFileDialog(purpose: FilePurpose): void {
  inputs.get(purpose)?.click();
}

/** References for files of the page; none, and a message, where the host does not take them. */
export async function references(files: readonly File[]): Promise<FileRef[]> {
  if (files.length === 0) return [];
  const reply = await refer(files);
  if (reply.ok) return reply.value;
  sayFailed(reply.failure);
  return [];
}
