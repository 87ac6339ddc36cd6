import { useRef } from 'react';

interface Props {
  /** What is being named, for a screen reader. */
  label: string;
  value: string;
  /** Called once, with the new text, or null when the user thought better of it. */
  onDone: (value: string | null) => void;
}

/** A text field in place of a name: Enter or leaving it takes the new one, Escape keeps the old. */
export function EditableLabel({ label, value, onDone }: Props) {
  const isDone = useRef(false);
  const finish = (result: string | null) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(result);
  };
  return (
    <input
      className="text-field inline-field"
      aria-label={label}
      defaultValue={value}
      maxLength={200}
      ref={focusAndSelect}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(null);
        // The key is not for the button that has the focus next.
        if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
