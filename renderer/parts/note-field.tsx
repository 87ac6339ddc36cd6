import { useCallback, useEffect, useRef, useState } from 'react';
import { noteDraft, type NoteDraft } from '../state/note-drafts.ts';
import './note-field.css';

const MOST_ROWS = 14;
const SAYS = { rest: '', writing: 'Saving…', saved: 'Saved', failed: 'Not saved' } as const;

interface Props {
  /** What the note is on, for a screen reader. */
  label: string;
  note: string;
  /** Keeps the note; true when that worked. Has to stay the same function while the field shows one note. */
  keep: (text: string) => Promise<boolean>;
  isFocused?: boolean;
  /** Called when the field is left empty. */
  onLeftEmpty?: () => void;
}

/** A text that keeps itself while it is written; one field for each thing noted on (give it a key). */
export function NoteField({ label, note, keep, isFocused = false, onLeftEmpty }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const [state, setState] = useState<keyof typeof SAYS>('rest');
  const tell = useCallback((next: Exclude<keyof typeof SAYS, 'rest'>) => {
    setState(next);
    if (next === 'saved') setDraft(null);
  }, []);
  const writer = useNoteWriter(keep, tell);
  const text = draft ?? note;
  return (
    <div className="note-field">
      <textarea
        className="text-field"
        aria-label={label}
        placeholder="What do you want to remember?"
        rows={Math.min(MOST_ROWS, Math.max(2, text.split('\n').length))}
        value={text}
        maxLength={100_000}
        ref={isFocused ? focus : null}
        onChange={({ currentTarget: { value } }) => {
          setDraft(value);
          writer.current?.write(value);
        }}
        onBlur={() => {
          writer.current?.flush();
          if (text.trim() === '') onLeftEmpty?.();
        }}
      />
      <span className="note-state" aria-live="polite">{SAYS[state]}</span>
    </div>
  );
}

/** Keeps what is written, also when the field or the page goes. */
function useNoteWriter(keep: Props['keep'], tell: (state: 'writing' | 'saved' | 'failed') => void): { current: NoteDraft | null } {
  const writer = useRef<NoteDraft | null>(null);
  useEffect(() => {
    let isShown = true;
    const made = noteDraft(keep, (state) => {
      if (isShown) tell(state);
    });
    writer.current = made;
    window.addEventListener('pagehide', made.flush);
    return () => {
      window.removeEventListener('pagehide', made.flush);
      made.flush();
      isShown = false;
    };
  }, [keep, tell]);
  return writer;
}

function focus(field: HTMLTextAreaElement | null): void {
  field?.focus();
}
