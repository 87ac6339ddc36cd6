import { useState, type SubmitEvent } from 'react';
import { SETTING_FORMS, SETTING_KEYS, settingsChanged } from '../../shared/setting-forms.ts';
import { DEFAULT_MAP_SETTINGS, mapSettingsSchema, THEMES, type MapSettings, type Theme } from '../../shared/settings.ts';
import { RadioBar } from '../parts/radio-bar.tsx';
import { closeDialog } from '../state/dialog-store.ts';
import { applySettings } from '../state/edit-actions.ts';
import { useOpenLibrary } from '../state/library-store.ts';
import { setMotion, useMotion, type Motion } from '../state/motion-store.ts';
import { useTask } from '../state/task-store.ts';
import { setTheme, useTheme } from '../state/theme-store.ts';
import { cancelPreview, usePreview } from '../state/use-preview.ts';
import { SettingField } from './setting-field.tsx';
import { SettingsPreviewBox } from './settings-preview-box.tsx';
import './settings-dialog.css';

const GROUPS = ['Topics', 'Links between papers'] as const;

/** Settings of the window, which hold at once, and of the map, with what a change would do before it is made. */
export function SettingsDialog() {
  const library = useOpenLibrary();
  return (
    <div className="settings">
      <WindowSettings />
      {library?.map ? <MapSettingsForm kept={library.settings} /> : <p className="note">Settings of topics and links come with a map: import papers or open the sample.</p>}
    </div>
  );
}

/** The settings of the open map. `kept` are those it was made with. */
function MapSettingsForm({ kept }: { kept: MapSettings }) {
  const [draft, setDraft] = useState<MapSettings>(kept);
  const isBusy = useTask((task) => task.kind !== 'idle');
  const isPossible = mapSettingsSchema.safeParse(draft).success;
  const changes = settingsChanged(kept, draft);
  const preview = usePreview(isPossible ? changes : null);
  const hasChanges = Object.keys(changes).length > 0;
  const isDefault = Object.keys(settingsChanged(DEFAULT_MAP_SETTINGS, draft)).length === 0;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isPossible || !hasChanges || isBusy) return;
    closeDialog();
    await cancelPreview();
    await applySettings(changes);
  };
  return (
    <form className="settings-form" noValidate onSubmit={(event) => void submit(event)}>
      {GROUPS.map((group) => (
        <section key={group} className="settings-group">
          <h3>{group}</h3>
          {SETTING_KEYS.filter((key) => SETTING_FORMS[key].group === group).map((key) => (
            <SettingField key={key} name={key} settings={draft} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
          ))}
        </section>
      ))}
      <div className="settings-foot">
        <SettingsPreviewBox preview={preview} isPossible={isPossible} />
        <div className="dialog-actions">
          <button type="button" className="button quiet settings-reset-all" disabled={isDefault} onClick={() => setDraft(DEFAULT_MAP_SETTINGS)}>Reset all</button>
          <button type="button" className="button" onClick={closeDialog}>Cancel</button>
          <button type="submit" className="button primary" disabled={!isPossible || !hasChanges || isBusy}>Apply</button>
        </div>
      </div>
    </form>
  );
}

const THEME_LABELS: Record<Theme, string> = { system: 'Like the system', light: 'Light', dark: 'Dark' };
const THEME_CHOICES = THEMES.map((value) => ({ value, label: THEME_LABELS[value] }));
const MOTION_CHOICES: readonly { value: Motion; label: string }[] = [{ value: 'system', label: 'Like the system' }, { value: 'less', label: 'Less motion' }];

function WindowSettings() {
  const theme = useTheme((state) => state.theme);
  const motion = useMotion((state) => state.motion);
  return (
    <section className="settings-group">
      <h3>Window</h3>
      <div className="setting">
        <div className="setting-text"><span className="setting-label">Theme</span></div>
        <RadioBar label="Theme" choices={THEME_CHOICES} value={theme} onChange={setTheme} />
      </div>
      <div className="setting">
        <div className="setting-text"><span className="setting-label">Motion</span></div>
        <RadioBar label="Motion" choices={MOTION_CHOICES} value={motion} onChange={setMotion} />
      </div>
    </section>
  );
}
