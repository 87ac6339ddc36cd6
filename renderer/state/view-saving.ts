import { call } from '../api/call.ts';
import { useLibrary } from './library-store.ts';
import { useView, viewState } from './view-store.ts';

const QUIET_MS = 500;

let timer: ReturnType<typeof setTimeout> | null = null;

/** Saves the view if a change of it is still waiting to be. */
export async function flushView(): Promise<void> {
  if (timer === null) return;
  clearTimeout(timer);
  timer = null;
  await call('view.save', { view: viewState() });
}

/** Forgets a change of the view that is waiting: it belongs to a library that is no longer open. */
export function forgetUnsavedView(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

/** From now on keeps the view in the library: half a second after the last change, and at once when the page goes. */
export function keepViewSaved(): void {
  let loads = 0;
  useView.subscribe(() => {
    const phase = useLibrary.getState();
    if (phase.kind !== 'open') return;
    forgetUnsavedView();
    timer = setTimeout(() => void flushView(), QUIET_MS);
  });
  useLibrary.subscribe((phase) => {
    if (phase.kind !== 'open' || phase.loads === loads) return;
    loads = phase.loads;
    forgetUnsavedView();
  });
  window.addEventListener('pagehide', () => void flushView());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushView();
  });
}
