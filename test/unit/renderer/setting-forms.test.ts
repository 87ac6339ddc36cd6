import { expect, test } from 'vitest';
import { isDefault, SETTING_FORMS, SETTING_KEYS, settingsChanged } from '../../../shared/setting-forms.ts';
import { DEFAULT_MAP_SETTINGS, mapSettingsSchema } from '../../../shared/settings.ts';

test('every setting of a map has a form, with the range or the choices that the door takes', () => {
  expect(SETTING_KEYS.toSorted()).toEqual(Object.keys(mapSettingsSchema.shape).toSorted());
  for (const key of SETTING_KEYS) {
    const form = SETTING_FORMS[key];
    const fits = (value: unknown) => mapSettingsSchema.safeParse({ ...DEFAULT_MAP_SETTINGS, [key]: value }).success;
    if (form.kind === 'choice') {
      expect(form.choices.every(({ value }) => fits(value))).toBe(true);
      expect(form.choices.map(({ value }) => value).toSorted()).toEqual([...mapSettingsSchema.shape[key as 'similarity'].options].toSorted());
    } else {
      expect([fits(form.minimum), fits(form.maximum), fits(form.minimum - 1), fits(form.maximum + 1)]).toEqual([true, true, false, false]);
    }
  }
});

test('only what differs is sent', () => {
  expect(settingsChanged(DEFAULT_MAP_SETTINGS, { ...DEFAULT_MAP_SETTINGS, linksPerPaper: 12 })).toEqual({ linksPerPaper: 12 });
  expect(isDefault('seed', { ...DEFAULT_MAP_SETTINGS, seed: 4 })).toBe(false);
});
