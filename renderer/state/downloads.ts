import { call } from '../api/call.ts';
import type { FileBytes } from '../../shared/export-options.ts';
import { isDesktop } from './host-store.ts';
import { sayFailed } from './message-store.ts';

const REVOKE_AFTER_MS = 60_000;

/** Gives the user a file: by the system's dialog on the desktop, as a download in a browser. True when it was saved. */
export async function saveBytes(file: FileBytes): Promise<boolean> {
  if (!isDesktop()) {
    download(file);
    return true;
  }
  const reply = await call('host.saveFile', { name: file.name, bytes: new Uint8Array(file.bytes) });
  if (!reply.ok) sayFailed(reply.failure);
  return reply.ok && reply.value.place !== null;
}

function download({ name, mediaType, bytes }: FileBytes): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}
