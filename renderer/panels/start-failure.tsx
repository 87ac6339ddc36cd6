import type { Failure } from '../../shared/failures.ts';
import { loadLibrary } from '../state/start.ts';

/** What the window shows when the library could not be had at the start. */
export function StartFailure({ failure }: { failure: Failure }) {
  return (
    <main className="body empty">
      <div className="empty-card">
        <h2>The library could not be opened</h2>
        <p className="lead" role="alert">{failure.message}</p>
        <div className="empty-actions">
          <button type="button" className="button large primary" onClick={() => void loadLibrary()}>Try again</button>
        </div>
      </div>
    </main>
  );
}
