import { loadBuiltInThesaurus, type Thesaurus } from '../concepts/thesaurus.ts';
import type { Paper } from '../model.ts';
import { labelKey } from './label-key.ts';

/** Papers that are looked at, spread evenly over the collection. */
const SAMPLE = 200;

/** Part of them that must have a term of the thesaurus. Measured: collections of machine learning 0.9 and more, of other fields 0.4 and less. */
const OF_THE_FIELD = 0.5;

/** Its labels that say something of a field: of several words, or acronyms of three letters and more. */
interface TellingLabels {
  keys: Set<string>;
  firstWords: Set<string>;
  longestWords: number;
}

let telling: TellingLabels | null = null;

/**
 * The built-in thesaurus where a collection is of its field, else null: in another one the same words mean other things (a pruned tree, a critical
 * point, a distilled liquid), and knowing their synonyms in machine learning does harm.
 */
export function builtInThesaurusFor(papers: readonly Paper[]): Thesaurus | null {
  const thesaurus = loadBuiltInThesaurus();
  telling ??= tellingLabels(thesaurus);
  const step = Math.max(1, papers.length / SAMPLE);
  let looked = 0;
  let found = 0;
  for (let at = 0; at < papers.length; at += step) {
    looked++;
    if (hasLabel(papers[Math.floor(at)] as Paper, telling)) found++;
  }
  return found >= OF_THE_FIELD * looked ? thesaurus : null;
}

function tellingLabels({ entries }: Thesaurus): TellingLabels {
  const keys = new Set<string>();
  for (const { label, aliases } of entries) {
    for (const key of [label, ...aliases].map(labelKey)) if (key.includes(' ') || /^\^.{3}/.test(key)) keys.add(key);
  }
  const words = [...keys].map((key) => key.split(' '));
  return { keys, firstWords: new Set(words.map(([first = '']) => first)), longestWords: Math.max(...words.map(({ length }) => length)) };
}

function hasLabel({ title, abstract, keywords }: Paper, { keys, firstWords, longestWords }: TellingLabels): boolean {
  const words = labelKey([title, abstract, ...keywords].join(' ')).split(' ');
  return words.some((word, at) => {
    if (!firstWords.has(word)) return false;
    for (let end = at + 1; end <= Math.min(at + longestWords, words.length); end++) if (keys.has(words.slice(at, end).join(' '))) return true;
    return false;
  });
}
