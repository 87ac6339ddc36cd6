import { useEffect, useState } from 'react';
import { cancelTask } from '../state/import-actions.ts';
import { useTask, type Task } from '../state/task-store.ts';
import { asPercent } from '../state/words.ts';

/** Work that is done sooner shows no card. */
const PATIENCE_MS = 150;

/** How far the running work is, with a way to stop it. */
export function TaskCard() {
  const task = useTask();
  return task.kind === 'idle' ? null : <RunningTask task={task} />;
}

function RunningTask({ task }: { task: Exclude<Task, { kind: 'idle' }> }) {
  const isDue = useDelay(PATIENCE_MS);
  if (!isDue) return null;
  const { progress } = task;
  const label = task.kind === 'cancelling' ? 'Stopping' : (progress?.label ?? task.label);
  const isMeasured = progress !== null && progress.total > 0;
  const part = isMeasured ? Math.min(1, progress.done / progress.total) : 0;
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
        </div>
        <button type="button" className="button small" disabled={task.kind === 'cancelling'} onClick={() => void cancelTask()}>
          Cancel
        </button>
      </div>
    </section>
  );
}

function useDelay(delayMs: number): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return isOver;
}
