import { useTask } from '../state/task-store.ts';
import { useWork } from '../state/work-store.ts';
import './work-line.css';

/** A line along the top of the window while something is being done: says within a tenth of a second that a key or click was taken. Longer work has a card as well, which tells it in words. */
export function WorkLine() {
  const isTask = useTask(({ kind }) => kind !== 'idle');
  const isEdit = useWork(({ edits }) => edits > 0);
  return isTask || isEdit ? <div className="work-line" aria-hidden /> : null;
}
