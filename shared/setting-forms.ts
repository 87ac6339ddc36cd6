import { DEFAULT_MAP_SETTINGS, mapSettingsSchema, type MapSettings, type SimilarityId, type SparsifierId } from './settings.ts';

/* The settings of a map as forms show them: a label, what it does in plain words, and what may be chosen. Ranges are the schema's. */

interface FormBase {
  group: 'Topics' | 'Links between papers';
  label: string;
  help: string;
}

interface NumberForm extends FormBase {
  kind: 'number';
  minimum: number;
  maximum: number;
  step: number;
}

interface SettingChoice<T extends string> {
  value: T;
  label: string;
  about: string;
}

interface ChoiceForm<T extends string> extends FormBase {
  kind: 'choice';
  choices: readonly SettingChoice<T>[];
}

/** The form of each setting, by its key, in the order in which to show them. */
export type SettingForms = { [K in keyof MapSettings]: MapSettings[K] extends number ? NumberForm : MapSettings[K] extends string ? ChoiceForm<MapSettings[K]> : never };

const { resolution, seed, minPapers, linksPerPaper } = mapSettingsSchema.shape;

const range = ({ minValue, maxValue }: { minValue: number | null; maxValue: number | null }, step: number) => ({ kind: 'number' as const, minimum: minValue ?? 0, maximum: maxValue ?? Number.MAX_SAFE_INTEGER, step });

const SIMILARITIES: readonly SettingChoice<SimilarityId>[] = [
  { value: 'cosine', label: 'Shared concepts by weight', about: 'Cosine. Papers are alike that give the same concepts the same weight. The usual choice.' },
  { value: 'association', label: 'More than by chance', about: 'Association strength. Favours papers with few concepts and links that are specific.' },
  { value: 'jaccard', label: 'Overlap of all concepts', about: 'Jaccard. What two papers share, of all that they have together.' },
  { value: 'inclusion', label: 'One within the other', about: 'Inclusion. A short paper counts as like a long one that says all of it.' },
];

const SPARSIFIERS: readonly SettingChoice<SparsifierId>[] = [
  { value: 'strongest', label: 'The strongest of each paper', about: 'Every paper keeps its best links. No paper that shares concepts stands alone.' },
  { value: 'mutual', label: 'Only where both choose each other', about: 'Fewer links; papers that are many others’ best match no longer draw all to them.' },
  { value: 'disparity', label: 'Only those beyond chance', about: 'Disparity filter. Keeps links that stand out among those of their papers.' },
];

export const SETTING_FORMS: SettingForms = {
  resolution: { group: 'Topics', label: 'Resolution', help: 'How fine the topics are: above 1 more and smaller ones, below 1 fewer and broader ones.', ...range(resolution, 0.1) },
  seed: { group: 'Topics', label: 'Seed', help: 'Where chance begins. The same seed gives the same map; another one shows how much of the map is chance.', ...range(seed, 1) },
  minPapers: { group: 'Links between papers', label: 'Papers a concept needs', help: 'Concepts in fewer papers link none. Higher leaves out what is rare.', ...range(minPapers, 1) },
  linksPerPaper: { group: 'Links between papers', label: 'Links of each paper', help: 'How many of its strongest links a paper keeps. More make a denser map.', ...range(linksPerPaper, 1) },
  similarity: { group: 'Links between papers', kind: 'choice', label: 'What makes papers alike', help: 'How the concepts that two papers share are counted.', choices: SIMILARITIES },
  sparsifier: { group: 'Links between papers', kind: 'choice', label: 'Which links are kept', help: 'Of all papers that are alike, which become links.', choices: SPARSIFIERS },
};

export const SETTING_KEYS = Object.keys(SETTING_FORMS) as (keyof MapSettings)[];

/** What of some settings differs from others. */
export function settingsChanged(before: MapSettings, after: MapSettings): Partial<MapSettings> {
  return Object.fromEntries(SETTING_KEYS.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]));
}

/** True where a setting has the value that a new library begins with. */
export function isDefault(key: keyof MapSettings, settings: MapSettings): boolean {
  return settings[key] === DEFAULT_MAP_SETTINGS[key];
}
