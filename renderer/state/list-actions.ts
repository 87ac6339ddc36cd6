import type { NamedList } from '../../shared/library-state.ts';
import { namedOrCounted, shortened } from './correction-words.ts';
import { applyEdit } from './edit-actions.ts';
import { openMap } from './library-store.ts';
import { paperTitles } from './list-words.ts';
import { openList } from './lists.ts';

const QUIET = { task: null, says: null };

/** Makes a list under a name; gives its id, or null where that failed. */
export async function makeList(name: string, papers: readonly string[]): Promise<string | null> {
  const list = newListId();
  const isDone = await applyEdit({ kind: 'make-list', list, name, papers: [...papers] }, { task: null, says: () => `Made the list “${shortened(name)}” of ${countedPapers(papers)}.` });
  return isDone ? list : null;
}

/** Gives a list another name; an empty one changes nothing. */
export async function renameList({ id, name: before }: NamedList, name: string): Promise<void> {
  if (name.trim() !== '' && name.trim() !== before) await applyEdit({ kind: 'change-list', list: id, name: name.trim() }, QUIET);
}

/** Keeps the note of a list. True when it was kept. */
export function setListNote(list: string, note: string): Promise<boolean> {
  return applyEdit({ kind: 'change-list', list, note }, QUIET);
}

/** Stars a list, or takes its star away. */
export async function toggleListStar({ id, starred }: NamedList): Promise<void> {
  await applyEdit({ kind: 'change-list', list: id, starred: !starred }, QUIET);
}

/** Adds papers to a list; those in it already stay where they are. */
export async function addToList({ id, name, papers: present }: NamedList, papers: readonly string[]): Promise<void> {
  const had = new Set(present);
  const added = papers.filter((paper) => !had.has(paper));
  if (added.length === 0) return;
  await applyEdit({ kind: 'change-list', list: id, add: added }, { task: null, says: () => `Added ${namedPapers(added)} to “${shortened(name)}”.` });
}

/** Takes papers out of a list. */
export async function removeFromList({ id, name }: NamedList, papers: readonly string[]): Promise<void> {
  await applyEdit({ kind: 'change-list', list: id, remove: [...papers] }, { task: null, says: () => `Took ${namedPapers(papers)} out of “${shortened(name)}”.` });
}

/** Takes a list away; its papers stay in the library. */
export async function removeList({ id, name }: NamedList): Promise<void> {
  const isDone = await applyEdit({ kind: 'remove-list', list: id }, { task: null, says: () => `Deleted the list “${shortened(name)}”.` });
  if (isDone) openList(null);
}

function namedPapers(papers: readonly string[]): string {
  return namedOrCounted(paperTitles(openMap(), papers), 'paper');
}

function countedPapers(papers: readonly string[]): string {
  return papers.length === 1 ? '1 paper' : `${papers.length.toLocaleString('en')} papers`;
}

/** An id that no other list has. Not crypto.randomUUID, which a page gets over HTTPS or from its own machine only. */
function newListId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
