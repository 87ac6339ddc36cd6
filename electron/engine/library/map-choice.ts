import { createHash } from 'node:crypto';
import type { MapSettings } from '../../../shared/settings.ts';
import { compareText } from '../../../shared/text.ts';
import { isConceptCorrection, type ConceptCorrection } from '../corrections/concept-correction.ts';
import type { StoredEdit, ThesaurusChoice } from './journal.ts';
import { choiceAfter } from './thesaurus-choice.ts';

/** All that a map of some papers depends on. */
export interface MapChoice {
  settings: MapSettings;
  thesauri: ThesaurusChoice;
  /** Corrections of concepts, oldest first. */
  corrections: readonly ConceptCorrection[];
}

/** What the map of a library depends on after some edits. `first` are the settings before any. */
export function mapChoiceAfter(first: MapSettings, edits: readonly StoredEdit[]): MapChoice {
  const settings = { ...first };
  for (const edit of edits) if (edit.kind === 'settings') Object.assign(settings, edit.settings);
  return { settings, thesauri: choiceAfter(edits), corrections: edits.filter(isConceptCorrection) };
}

/** Settings and corrections as text: what sets maps apart that have the same thesauri. */
export function parametersKey({ settings, corrections }: Pick<MapChoice, 'settings' | 'corrections'>): string {
  const key = correctionsKey(corrections);
  return settingsKey(settings) + (key === '' ? '' : ` ${key}`);
}

/** A choice as text that is the same for the same choice only. */
export function choiceKey(choice: MapChoice): string {
  return `${thesauriKey(choice.thesauri)} ${parametersKey(choice)}`;
}

/** Corrections as a short text that is the same for the same corrections only (SHA-256); empty for none. */
export function correctionsKey(corrections: readonly ConceptCorrection[]): string {
  return corrections.length === 0 ? '' : createHash('sha256').update(JSON.stringify(corrections)).digest('base64url').slice(0, 22);
}

/** Settings as text that is the same whatever the order of their names. */
export function settingsKey(settings: MapSettings): string {
  return JSON.stringify(Object.fromEntries(Object.entries(settings).sort(([a], [b]) => compareText(a, b))));
}

/** A choice of thesauri as text: the numbers, after a + where the built-in one is among them. */
export function thesauriKey({ ids, builtIn }: ThesaurusChoice): string {
  return `${builtIn ? '+' : ''}${ids.join(',')}`;
}
