import { useEffect, useState } from 'react';
import type { Progress } from '../../shared/contract.ts';
import { announce } from '../state/announce-store.ts';
import { cancelTask } from '../state/import-actions.ts';
import { useTask, type Task } from '../state/task-store.ts';
import { useCommand } from '../state/use-command.ts';
import { timeLeftInWords, timeLeftMs } from '../state/whole-progress.ts';
import { asPercent } from '../state/words.ts';
import { Tip } from './tip.tsx';

/** Work that is done sooner shows no card. */
const PATIENCE_MS = 300;
const MEGABYTE = 1_000_000;

/** How far the running work is over all its stages, how long it will still take, and a way to stop it. */
export function TaskCard() {
  const task = useTask();
  return task.kind === 'idle' ? null : <RunningTask task={task} />;
}

function RunningTask({ task }: { task: Exclude<Task, { kind: 'idle' }> }) {
  const isDue = useDelay(PATIENCE_MS);
  const { shortcut } = useCommand('task.cancel');
  const { progress, whole } = task;
  const label = task.kind === 'cancelling' ? 'Stopping' : (progress?.label ?? task.label);
  useEffect(() => {
    if (isDue) announce(label);
  }, [isDue, label]);
  if (!isDue) return null;
  const part = whole?.part ?? 0;
  const isMeasured = part > 0;
  return (
    <section className="task-card" aria-label="Work in progress">
      <div className="task-row">
        <div className="task-progress">
          <div className="task-text">
            <span>{label}</span>
            {isMeasured && <span className="task-count">{asPercent(part)}</span>}
          </div>
          <div
            // A progress element can't have the look of the other bars.
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="progressbar"
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={isMeasured ? Math.round(part * 100) : undefined}
            className={`progress ${isMeasured ? '' : 'is-unmeasured'}`}
            style={{ '--part': asPercent(part) }}
          />
          <TaskDetail task={task} />
        </div>
        <Tip says="Cancel" hint={shortcut}>
          <button type="button" className="button small" disabled={task.kind === 'cancelling'} onClick={() => void cancelTask()}>
            Cancel
          </button>
        </Tip>
      </div>
    </section>
  );
}

/** How much of the stage is done, and the time that is left. */
function TaskDetail({ task: { kind, progress, whole } }: { task: Exclude<Task, { kind: 'idle' }> }) {
  const leftMs = whole && kind === 'running' ? timeLeftMs(whole) : null;
  const words = [progress && countOf(progress), leftMs === null ? null : timeLeftInWords(leftMs)].filter((part) => part !== null);
  return words.length === 0 ? null : <p className="task-detail">{words.join(' · ')}</p>;
}

/** How much of a stage is done, for stages that count what users know: bytes of files and papers. */
function countOf({ stage, done, total }: Progress): string | null {
  if (stage === 'graph' && total > 0) return `${done.toLocaleString('en')} of ${total.toLocaleString('en')} papers`;
  if (stage === 'read' && total > MEGABYTE) return `${(done / MEGABYTE).toFixed(1)} of ${(total / MEGABYTE).toFixed(1)} MB`;
  return null;
}

function useDelay(delayMs: number): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return isOver;
}
