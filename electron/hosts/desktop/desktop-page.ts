import { app, type BrowserWindow } from 'electron';
import type { FileReferences } from '../file-references.ts';
import { createPageEvents, type PageEvents } from './page-events.ts';
import { openWindow } from './window.ts';

/** A page that dies again this soon after it was loaded anew is left as it is. */
const CRASH_PAUSE_MS = 10_000;

/** The app's one window, open or not, and the way to its page. */
export interface DesktopPage {
  events: PageEvents;
  readonly window: () => BrowserWindow | null;
  /** Opens the window where it is not open. */
  show(): void;
  /** Asks the page to open files, given as full paths; waits for a page where there is none. */
  openFiles(paths: readonly string[]): void;
  /** Brings the window to the front. */
  focus(): void;
}

export function createDesktopPage(references: FileReferences): DesktopPage {
  let window: BrowserWindow | null = null;
  const events = createPageEvents(() => window);
  return {
    events,
    window: () => window,
    show() {
      if (window) return;
      const opened = openWindow(app.getPath('userData'));
      window = opened;
      opened.on('closed', () => { window = null; });
      opened.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) events.reset();
      });
      reloadAfterCrash(opened);
    },
    openFiles(paths) {
      if (paths.length > 0) events.send('files.open', { files: paths.map((path) => references.issue(path)) });
    },
    focus() {
      if (window?.isMinimized()) window.restore();
      window?.focus();
    },
  };
}

/** Everything acknowledged is in the library, so a page that died is simply loaded anew. */
function reloadAfterCrash(window: BrowserWindow): void {
  let crashedAt = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const again = performance.now() - crashedAt < CRASH_PAUSE_MS;
    crashedAt = performance.now();
    if (reason !== 'clean-exit' && !again) window.reload();
  });
}
