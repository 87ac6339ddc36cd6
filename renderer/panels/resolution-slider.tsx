import { useEffect, useRef, useState } from 'react';
import type { LibraryState } from '../../shared/library-state.ts';
import { Tip } from '../parts/tip.tsx';
import { setResolution } from '../state/edit-actions.ts';
import { useOpenLibrary } from '../state/library-store.ts';
import { useTask } from '../state/task-store.ts';

const LOWEST = 0.1;
const HIGHEST = 3;
const STEP = 0.1;
/** Arrow keys move the slider step by step: the papers are grouped when they rest. */
const REST_MS = 300;

/** How fine the topics are. The papers are grouped anew when the slider is let go. */
export function ResolutionSlider() {
  const library = useOpenLibrary();
  const isBusy = useTask((task) => task.kind !== 'idle');
  const kept = library?.settings.resolution ?? 1;
  const [draft, setDraft] = useState<{ value: number; library: LibraryState | null }>({ value: kept, library: null });
  const input = useRef<HTMLInputElement>(null);
  const value = draft.library === library ? draft.value : kept;
  const highest = Math.max(HIGHEST, kept);

  useEffect(() => commitOnRelease(input.current, setResolution), []);

  return (
    <div className="resolution">
      <label className="resolution-label" htmlFor="resolution">
        Resolution <span className="resolution-value" aria-hidden>{value.toFixed(1)}</span>
      </label>
      <Tip says="How fine the topics are: the papers are grouped anew when you let go" hint="← →">
        <input
          ref={input}
          id="resolution"
          type="range"
          className="range"
          min={LOWEST}
          max={highest}
          step={STEP}
          value={value}
          aria-disabled={isBusy}
          aria-describedby="resolution-ends"
          style={{ '--part': `${((value - LOWEST) / (highest - LOWEST)) * 100}%` }}
          onChange={(event) => setDraft({ value: event.currentTarget.valueAsNumber, library })}
        />
      </Tip>
      <div id="resolution-ends" className="resolution-ends">
        <span>Fewer, broader topics</span>
        <span className="visually-hidden"> to </span>
        <span>More, finer topics</span>
      </div>
    </div>
  );
}

/** Calls `commit` once the slider rests: at once on release and at its ends, after a moment where an arrow key may be followed by another. The browser's own change event comes with each. */
function commitOnRelease(input: HTMLInputElement | null, commit: (value: number) => Promise<void>): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let key: string | null = null;
  input?.addEventListener('pointerdown', () => (key = null), { signal });
  input?.addEventListener('keydown', (event) => (key = event.key), { signal });
  input?.addEventListener('change', () => {
    clearTimeout(timer);
    const isAtRest = key === null || key === 'Home' || key === 'End';
    timer = setTimeout(() => void commit(input.valueAsNumber), isAtRest ? 0 : REST_MS);
  }, { signal });
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}
