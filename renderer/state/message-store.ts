import { create } from 'zustand';
import type { Failure, FailureCode } from '../../shared/failures.ts';
import type { ImportReport } from '../../shared/paper.ts';

/** What a message offers to do about what it tells: "Take back". */
export interface MessageAction {
  label: string;
  run: () => void;
}

/** Something told to the user: what is done, or why it is not (the last one only), or what failed (until dismissed). */
export interface Message {
  id: number;
  kind: 'done' | 'hint' | 'failed';
  text: string;
  /** What was read, where there is more to see of it. */
  report: ImportReport | null;
  action: MessageAction | null;
  /** What failed, by which there may be something to do about it; null for what is done. */
  code: FailureCode | null;
}

interface MessageStore {
  done: Message | null;
  failed: readonly Message[];
  nextId: number;
}

export const useMessages = create<MessageStore>()(() => ({ done: null, failed: [], nextId: 1 }));

/** Says that something is done, with what there is to see or do about it. */
export function sayDone(text: string, report: ImportReport | null = null, action: MessageAction | null = null): void {
  useMessages.setState(({ nextId }) => ({ done: { id: nextId, kind: 'done', text, report, action, code: null }, nextId: nextId + 1 }));
}

/** Says why nothing was done, or what to do first. */
export function sayHint(text: string): void {
  useMessages.setState(({ nextId }) => ({ done: { id: nextId, kind: 'hint', text, report: null, action: null, code: null }, nextId: nextId + 1 }));
}

/** Takes a message away whose offer no longer fits, since something else has happened. */
export function withdrawOffer(): void {
  useMessages.setState(({ done }) => ({ done: done?.action ? null : done }));
}

/** Says that something failed, once for the same sentence. What the user cancelled is no failure. */
export function sayFailed(failure: Failure): void {
  if (failure.code === 'call.cancelled') {
    sayDone(failure.message);
    return;
  }
  useMessages.setState(({ failed, nextId }) => ({
    done: null,
    failed: [...failed.filter(({ text }) => text !== failure.message), { id: nextId, kind: 'failed', text: failure.message, report: null, action: null, code: failure.code }],
    nextId: nextId + 1,
  }));
}

/** Takes a message away. */
export function dismiss(id: number): void {
  useMessages.setState(({ done, failed }) => ({ done: done?.id === id ? null : done, failed: failed.filter((message) => message.id !== id) }));
}
