import { call } from '../api/call.ts';
import type { CommandArguments } from '../../shared/contract.ts';
import type { LibraryState } from '../../shared/library-state.ts';
import type { Reply } from '../../shared/failures.ts';
import { openLibrary } from './library-store.ts';

type ChangeCommand = 'edit.apply' | 'edit.undo' | 'edit.redo';

/** Runs a command that changes the open library, and gives what has become of it. A map that stays as it is does not come over again: the page's own is put in. */
export async function changeCall<C extends ChangeCommand>(command: C, args: CommandArguments<C>): Promise<Reply<LibraryState>> {
  const before = openLibrary();
  const reply = await call(command, { ...args, ...(before?.mapVersion ? { mapVersion: before.mapVersion } : {}) });
  if (!reply.ok || reply.value.map !== null || reply.value.mapVersion === null || !before) return reply;
  return { ok: true, value: { ...reply.value, map: before.map } };
}
