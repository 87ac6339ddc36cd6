import { create } from 'zustand';
import type { Progress } from '../../shared/contract.ts';
import { advance, type WholeProgress } from './whole-progress.ts';

interface Work {
  label: string;
  /** What its stage last told. */
  progress: Progress | null;
  /** How far all stages together are. */
  whole: WholeProgress | null;
}

/** The long work that is running, if any. */
export type Task = { kind: 'idle' } | ({ kind: 'running' } & Work) | ({ kind: 'cancelling' } & Work);

export const useTask = create<Task>()(() => ({ kind: 'idle' }));

/** True while no long work is running. */
export function isIdle(): boolean {
  return useTask.getState().kind === 'idle';
}

/** Does long work with its progress on screen; `label` says what it is until the first progress comes. */
export async function asTask<T>(label: string, work: () => Promise<T>): Promise<T> {
  useTask.setState({ kind: 'running', label, progress: null, whole: null }, true);
  try {
    return await work();
  } finally {
    useTask.setState({ kind: 'idle' }, true);
  }
}

/** Shows how far the running work is. */
export function showProgress(progress: Progress): void {
  const nowMs = performance.now();
  useTask.setState((task) => (task.kind === 'idle' ? task : { ...task, progress, whole: advance(task.whole, progress, nowMs) }), true);
}

/** Shows that the running work is being stopped. */
export function showCancelling(): void {
  useTask.setState((task) => (task.kind === 'idle' ? task : { ...task, kind: 'cancelling' }), true);
}
