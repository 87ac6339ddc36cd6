import { KEYWORD_SEPARATOR } from '../library/sentences.ts';
import type { Paper } from '../model.ts';
import type { AcronymTable, KnownAcronyms } from './acronym-table.ts';
import type { Compounds } from './compounds.ts';
import { isAcronymShaped } from './normalise.ts';
import { PhraseTable } from './phrase-table.ts';
import type { Thesaurus, ThesaurusEntry } from './thesaurus.ts';
import { tokeniseText } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';
import type { WordTable } from './words.ts';

/** Phrases known before the text is read for noun phrases: labels of thesauri, keywords that papers give, long forms of acronyms. */
export interface PhraseList {
  /** Holds the listed phrases and nothing else at first; candidates are added to it later. */
  phrases: PhraseTable;
  listed: Set<number>;
  /** Keywords that papers give. */
  given: Set<number>;
  /** The thesaurus concept of a phrase. */
  entryOf: Map<number, ListedEntry>;
  /** Terms that thesauri say are no concepts. */
  ignored: Set<number>;
}

export interface ListedEntry {
  entry: ThesaurusEntry;
  thesaurus: Thesaurus;
  /** The phrase of the preferred label, by which the concept goes. */
  phrase: number;
}

export type Expand = (normal: number) => readonly number[] | undefined;

const LONGEST_KEYWORD_WORDS = 7;

/** Numbers of the normal words of a label. */
function labelWords(label: string, words: WordTable, scratch: Vocabulary): number[] {
  const { word } = tokeniseText(label, scratch);
  return Array.from(word, (number) => words.normals.number(words.normalOf(scratch.words[number] as string)));
}

/** Single acronyms among the labels of thesauri, with the preferred label's words; those that stand for several things apart. */
export function knownAcronyms(thesauri: readonly Thesaurus[], words: WordTable, compounds: Compounds): KnownAcronyms {
  const scratch = new Vocabulary();
  const known: KnownAcronyms = { expansions: new Map(), ambiguous: new Set() };
  const acronymOf = (label: string): number | null => {
    const numbers = isAcronymShaped(label) ? labelWords(label, words, scratch) : [];
    return numbers.length === 1 ? (numbers[0] as number) : null;
  };
  for (const { entries } of thesauri) {
    for (const entry of entries) {
      for (const label of entry.ambiguous) addIfAny(known.ambiguous, acronymOf(label));
      const expansion = labelWords(entry.label, words, scratch).flatMap((number) => compounds.get(number) ?? [number]);
      for (const alias of entry.aliases) {
        const acronym = acronymOf(alias);
        if (acronym === null || expansion.includes(acronym)) continue;
        const other = known.expansions.get(acronym);
        if (other === undefined) known.expansions.set(acronym, expansion);
        else if (other.join() !== expansion.join()) known.ambiguous.add(acronym);
      }
    }
  }
  for (const acronym of known.ambiguous) known.expansions.delete(acronym);
  return known;
}

function addIfAny(set: Set<number>, value: number | null): void {
  if (value !== null) set.add(value);
}

/** The labels of thesauri, the keywords of papers and the long forms of the acronyms that they define as phrases, acronyms and compounds written out by `expand`. */
export function listPhrases(papers: readonly Paper[], thesauri: readonly Thesaurus[], acronyms: AcronymTable, words: WordTable, expand: Expand): PhraseList {
  const scratch = new Vocabulary();
  const list: PhraseList = { phrases: new PhraseTable(), listed: new Set(), given: new Set(), entryOf: new Map(), ignored: new Set() };
  const phraseOf = (label: string): number => list.phrases.addAll(labelWords(label, words, scratch).flatMap((number) => expand(number) ?? [number]));
  const entries = thesauri.flatMap((thesaurus) => thesaurus.entries.map((entry) => ({ thesaurus, entry })));
  for (const { thesaurus, entry } of entries) addLabel(list, phraseOf(entry.label), { entry, thesaurus });
  for (const { thesaurus, entry } of entries) {
    const preferred = list.entryOf.get(phraseOf(entry.label));
    for (const alias of entry.aliases) if (alias.length > 1) addLabel(list, phraseOf(alias), preferred ?? { entry, thesaurus });
  }
  for (const label of thesauri.flatMap(({ ignored }) => ignored ?? [])) {
    const phrase = phraseOf(label);
    list.ignored.add(list.entryOf.get(phrase)?.phrase ?? phrase);
  }
  for (const paper of papers) {
    for (const keyword of paper.keywords) {
      if (keyword.includes(KEYWORD_SEPARATOR) || keyword.split(/\s+/).length > LONGEST_KEYWORD_WORDS) continue;
      const phrase = phraseOf(keyword);
      if (phrase === 0) continue;
      list.listed.add(phrase);
      list.given.add(phrase);
    }
  }
  for (const definitions of acronyms.own) for (const longForm of definitions?.values() ?? []) list.listed.add(list.phrases.addAll(longForm));
  return list;
}

function addLabel(list: PhraseList, phrase: number, { entry, thesaurus, ...rest }: { entry: ThesaurusEntry; thesaurus: Thesaurus; phrase?: number }): void {
  if (phrase === 0) return;
  list.listed.add(phrase);
  if (!list.entryOf.has(phrase)) list.entryOf.set(phrase, { entry, thesaurus, phrase: rest.phrase ?? phrase });
}
