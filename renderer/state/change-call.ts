import { call } from '../api/call.ts';
import type { CommandArguments } from '../../shared/contract.ts';
import type { LibraryState } from '../../shared/library-state.ts';
import type { Reply } from '../../shared/failures.ts';
import { changedMap } from '../../shared/map-change.ts';
import { openLibrary } from './library-store.ts';

type ChangeCommand = 'edit.apply' | 'edit.undo' | 'edit.redo';

/** Runs a command that changes the open library, and gives what has become of it. Of a map comes over only what changed, and the page's own is put in where it stays as it is. */
export async function changeCall<C extends ChangeCommand>(command: C, args: CommandArguments<C>): Promise<Reply<LibraryState>> {
  const before = openLibrary();
  const reply = await call(command, { ...args, ...(before?.mapVersion ? { mapVersion: before.mapVersion } : {}) });
  if (!reply.ok || reply.value.map !== null || reply.value.mapVersion === null || !before?.map) return reply;
  const { mapChange, ...state } = reply.value;
  return { ok: true, value: { ...state, map: mapChange ? changedMap(before.map, mapChange) : before.map } };
}
