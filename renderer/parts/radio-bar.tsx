import { useId } from 'react';

interface Choice<T extends string> {
  value: T;
  label: string;
}

interface Props<T extends string> {
  label: string;
  choices: readonly Choice<T>[];
  value: T;
  disabled?: boolean;
  onChange: (value: T) => void;
}

/** A few choices side by side, one of them taken: native radio buttons under a quiet look. */
export function RadioBar<T extends string>({ label, choices, value, disabled = false, onChange }: Props<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="radio-bar">
      {choices.map((choice) => (
        <label key={choice.value} className="radio-bar-choice">
          <input type="radio" name={name} value={choice.value} checked={choice.value === value} disabled={disabled} onChange={() => onChange(choice.value)} />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}
