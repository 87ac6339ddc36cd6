import type { Edit } from '../../shared/edit.ts';
import type { LibraryState } from '../../shared/library-state.ts';
import type { MapSettings } from '../../shared/settings.ts';
import { mainTopics } from '../../shared/topic-map.ts';
import type { Reply } from '../../shared/failures.ts';
import { updateLibrary } from './adopt-library.ts';
import { changeCall } from './change-call.ts';
import { openLibrary } from './library-store.ts';
import { sayDone, sayFailed, withdrawOffer, type MessageAction } from './message-store.ts';
import { asTask } from './task-store.ts';
import { counted } from './words.ts';
import { asEdit } from './work-store.ts';

type Adopted = Awaited<ReturnType<typeof updateLibrary>>;

/** Edits are sent one after the other, so that each answers to the map that the one before it left. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = asEdit(() => last.then(work));
  last = turn;
  return turn;
}

/** Puts nodes elsewhere; positions in map units. */
export function moveNodes(nodes: { id: string; x: number; y: number }[]): Promise<void> {
  return nodes.length === 0 ? Promise.resolve() : apply({ kind: 'move', nodes });
}

/** Gives a topic a name of the user's. */
export async function renameTopic(topic: string, label: string): Promise<void> {
  const name = label.trim();
  const before = openLibrary()?.map?.topics.find(({ id }) => id === topic)?.label;
  if (name !== '' && name !== before) await apply({ kind: 'rename-topic', topic, label: name });
}

/** Groups the papers anew into fewer or more topics. */
export async function setResolution(resolution: number): Promise<void> {
  const before = openLibrary()?.settings.resolution;
  if (before === undefined || Math.abs(before - resolution) < 0.001) return;
  await asTask('Grouping the papers', () => apply({ kind: 'settings', settings: { resolution } }));
}

/** Makes the map anew with other settings, in one step that can be undone. */
export async function applySettings(settings: Partial<MapSettings>): Promise<void> {
  const topics = ({ map }: LibraryState) => (map ? mainTopics(map).length : 0);
  const says = (before: LibraryState, after: LibraryState) => (topics(before) === topics(after) ? `The map is made anew: ${counted(topics(after), 'topic')}` : `The map is made anew: ${topics(before)} → ${counted(topics(after), 'topic')}`);
  await applyEdit({ kind: 'settings', settings }, { task: 'Making the map anew', says });
}

/** Takes back the last edit. */
export function undo(): Promise<void> {
  const label = openLibrary()?.undoLabel;
  return show(() => asTask('Undoing', () => adopting(() => changeCall('edit.undo', {}))), label ? `Undone: ${label}` : 'Undone');
}

/** Does again what was taken back. */
export function redo(): Promise<void> {
  const label = openLibrary()?.redoLabel;
  return show(() => asTask('Redoing', () => adopting(() => changeCall('edit.redo', {}))), label ? `Redone: ${label}` : 'Redone');
}

/** How an edit is told to the user. */
export interface EditWords {
  /** Words of its progress card, for an edit after which papers are linked and grouped anew; null for a quick one. */
  task: string | null;
  /** What it did, in a sentence beside which stands a button that takes it back; null says nothing. */
  says: ((before: LibraryState, after: LibraryState) => string) | null;
}

/** Makes an edit and says what it did. True when it worked. */
export async function applyEdit(edit: Edit, { task, says }: EditWords): Promise<boolean> {
  withdrawOffer();
  const send = () => adopting(() => changeCall('edit.apply', { edit }));
  const adopted = await inTurn(task === null ? send : () => asTask(task, send));
  if (!adopted) return false;
  const { before, after } = adopted;
  if (says && before) sayDone(says(before, after), null, undoOffer(after.undoLabel));
  return true;
}

/** Shows what an edit has made of the library, before the next edit is sent; null where it failed, which is said. */
async function adopting(edit: () => Promise<Reply<LibraryState>>): Promise<Adopted | null> {
  const reply = await edit();
  if (reply.ok) return updateLibrary(reply.value);
  sayFailed(reply.failure);
  return null;
}

/** What takes back the edit just made; it does nothing once another edit was made after it. Not called Undo, as the button in the top bar is. */
function undoOffer(undoLabel: string | null): MessageAction {
  return { label: 'Take back', run: () => void (openLibrary()?.undoLabel === undoLabel ? undo() : undefined) };
}

function apply(edit: Edit): Promise<void> {
  return show(() => adopting(() => changeCall('edit.apply', { edit })), null);
}

async function show(work: () => Promise<Adopted | null>, done: string | null): Promise<void> {
  withdrawOffer();
  const adopted = await inTurn(work);
  if (adopted && done !== null) sayDone(done);
}
