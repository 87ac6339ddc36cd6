/** What the double remembers for tests to look at, and the answers that tests gave it. */
export interface DoubleState {
  /** Addresses given to the system's browser. */
  openedExternally: string[];
  recentDocuments: string[];
  /** Options of the dialogs that were shown. */
  dialogs: { kind: 'open' | 'save'; options: unknown }[];
  /** Answers to the next dialogs; one that has none is cancelled. */
  openAnswers: string[][];
  saveAnswers: string[];
  ready: boolean;
}

export const state: DoubleState = { openedExternally: [], recentDocuments: [], dialogs: [], openAnswers: [], saveAnswers: [], ready: false };

/** An event that can be prevented, as Electron hands them to listeners. */
export class PreventableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** The windows that are open. */
export const openWindows = new Set<{ close(): Promise<void> }>();
