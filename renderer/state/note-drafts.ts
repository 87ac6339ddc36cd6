const QUIET_MS = 600;

/** A note while it is being written. */
export interface NoteDraft {
  /** Takes what is written so far; it is kept when the keys rest, on `flush`, and when the page goes. */
  write: (text: string) => void;
  /** Keeps at once what is not kept yet. */
  flush: () => void;
}

/** A note that keeps itself by `keep` a moment after the last key. `tell` hears whether all of it is kept. */
export function noteDraft(keep: (text: string) => Promise<boolean>, tell: (state: 'writing' | 'saved' | 'failed') => void, quietMs: number = QUIET_MS): NoteDraft {
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const flush = async () => {
    stop();
    if (waiting === null) return;
    const text = waiting;
    waiting = null;
    const isKept = await keep(text);
    if (waiting === null) tell(isKept ? 'saved' : 'failed');
  };
  return {
    write(text) {
      stop();
      waiting = text;
      tell('writing');
      timer = setTimeout(() => void flush(), quietMs);
    },
    flush: () => void flush(),
  };
}
