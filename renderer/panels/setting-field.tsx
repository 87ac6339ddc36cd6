import { RotateCcw } from 'lucide-react';
import { useId } from 'react';
import { isDefault, SETTING_FORMS } from '../../shared/setting-forms.ts';
import { DEFAULT_MAP_SETTINGS, type MapSettings } from '../../shared/settings.ts';
import { IconButton } from '../parts/icon-button.tsx';

interface Props {
  name: keyof MapSettings;
  settings: MapSettings;
  onChange: (change: Partial<MapSettings>) => void;
}

/** One setting: what it does in plain words, a field for it, and the way back to what it was at first. */
export function SettingField({ name, settings, onChange }: Props) {
  const form = SETTING_FORMS[name];
  const id = useId();
  const reset = <ResetButton label={form.label} isNeeded={!isDefault(name, settings)} onReset={() => onChange({ [name]: DEFAULT_MAP_SETTINGS[name] })} />;
  if (form.kind === 'choice') {
    return (
      <fieldset className="setting is-choice">
        <legend className="setting-label">{form.label}</legend>
        {reset}
        {form.choices.map(({ value, label, about }) => (
          <label key={value} className="setting-choice">
            <input type="radio" name={id} value={value} checked={settings[name] === value} onChange={() => onChange({ [name]: value })} />
            <span>{label}<span className="setting-help">{about}</span></span>
          </label>
        ))}
      </fieldset>
    );
  }
  const value = Number(settings[name]);
  const isPossible = value >= form.minimum && value <= form.maximum;
  return (
    <div className="setting">
      <div className="setting-text">
        <label className="setting-label" htmlFor={id}>{form.label}</label>
        <p id={`${id}-help`} className="setting-help">{form.help}</p>
        {!isPossible && <p className="setting-fault" role="alert">From {form.minimum.toLocaleString('en')} to {form.maximum.toLocaleString('en')}.</p>}
      </div>
      {reset}
      <input
        id={id}
        type="number"
        className="text-field setting-number"
        min={form.minimum}
        max={form.maximum}
        step={form.step}
        value={Number.isNaN(value) ? '' : value}
        aria-describedby={`${id}-help`}
        aria-invalid={!isPossible}
        onChange={(event) => onChange({ [name]: event.currentTarget.valueAsNumber })}
      />
    </div>
  );
}

function ResetButton({ label, isNeeded, onReset }: { label: string; isNeeded: boolean; onReset: () => void }) {
  if (!isNeeded) return null;
  return <IconButton icon={RotateCcw} label={`Reset ${label}`} className="setting-reset" onClick={onReset} />;
}
