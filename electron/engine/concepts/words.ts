import { GENERIC_MODIFIERS, GENERIC_WORDS, VACUOUS_WORDS } from './boilerplate.ts';
import { refineGerunds } from './gerunds.ts';
import { lookUpWords } from './lexicon.ts';
import { isAcronymShaped, normalWord, singularAcronym } from './normalise.ts';
import { findSpelledOut } from './spelled-out.ts';
import { FIELD_COUNT, GAP, type TokenTable } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

/** What candidates are told by; arrays are indexed by word number. */
export interface WordFacts {
  /** Number of the normal word, which all spellings, cases and inflections of a word share. */
  normal: Uint32Array;
  /** WORD_CLASS of the word by itself. */
  wordClass: Uint8Array;
  /** Bits of WORD_FLAG. */
  flags: Uint8Array;
}

/** What is known of each distinct word of a collection; arrays are indexed by word number. */
export interface WordTable extends WordFacts {
  /** The word in the case it has inside a sentence. */
  readable: string[];
  /** Normal words with their numbers; those of acronyms begin with ^. */
  normals: Vocabulary;
  /** The normal word of a text that may not be among the words. */
  normalOf(word: string): string;
}

export const WORD_FLAG = {
  acronym: 1,
  genericModifier: 2,
  genericWord: 4,
  capital: 8,
  junk: 16,
  /** A gerund that is a verb where a noun phrase follows. */
  governs: 32,
  /** A word of the English lexicon, and no acronym; names and words that a field has coined are none. */
  english: 64,
  /** A word of which whole phrases say nothing. */
  vacuous: 128,
} as const;

/** What normal words of acronyms begin with. */
export const ACRONYM_MARK = '^';

/** An acronym form has to be this many times as frequent as the same letters as a word (or the reverse) to take them over. */
const DOMINANCE = 8;

/** A word of this many letters that is no English one is the same name however it is written: ResNet, Resnet; shorter ones may be two: Ni, NI. */
const SHORTEST_NAME = 5;

/** An English word that is never in lower case and at least so often capitalised belongs to a name: Monte Carlo. Fewer may be headings. */
const CAPITALS_OF_A_NAME = 5;

/** How often the same letters are written as an acronym, in lower case and with one capital. */
interface CaseCounts {
  acronym: number;
  lower: number;
  title: number;
  /** Capitalised between words that are not: a proper name rather than a heading. */
  name: number;
  bestAcronym: string;
  bestAcronymCount: number;
}

interface SurfaceCounts {
  /** Occurrences inside sentences of abstracts. */
  running: Uint32Array;
  /** Those whose neighbours are not capitalised. */
  alone: Uint32Array;
  all: Uint32Array;
}

const startsWithCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Everything that is known of the words of a collection: class, normal form, case. */
export function describeWords(vocabulary: Vocabulary, tokens: TokenTable): WordTable {
  const { words } = vocabulary;
  const counts = countSurfaces(words, tokens);
  const plurals = pluralNames(words);
  const keyOf = (word: string): string => {
    const key = caseKey(word);
    return plurals.has(key.slice(0, -1)) && isAcronymShaped(word) && key.endsWith('s') ? key.slice(0, -1) : key;
  };
  const spelledOut = new Set(Array.from(findSpelledOut(words, tokens), (number) => words[number] as string));
  const keys = words.map(keyOf);
  const groups = countCases(words, counts, keys, spelledOut);
  const lowerWords = words.map((word) => word.toLowerCase());
  const { wordClass, known } = lookUpWords(lowerWords);
  const knownWords = new Set(lowerWords.filter((_, number) => known[number] === 1));
  const casing = (word: string, key: string, isEnglish: boolean): Casing => ({ word, key, group: groups.get(key), isEnglish, isSpelledOut: spelledOut.has(word) });
  const casings = words.map((word, number) => casing(word, keys[number] as string, known[number] === 1));
  const normals = new Vocabulary();
  const gerunds = refineGerunds(wordClass, lowerWords, tokens);
  const table: WordTable = {
    normal: Uint32Array.from(casings, (each) => normals.number(normalForm(each))),
    wordClass: gerunds.wordClass,
    flags: new Uint8Array(words.length),
    readable: casings.map(readableForm),
    normals,
    normalOf: (word) => normalForm(casing(word, keyOf(word), knownWords.has(word.toLowerCase()))),
  };
  for (const [number, word] of words.entries()) {
    const flags = flagsOf(word, table.readable[number] as string, normals.words[table.normal[number] as number] as string);
    const isEnglish = known[number] === 1 && (flags & WORD_FLAG.acronym) === 0;
    table.flags[number] = flags | (gerunds.governs[number] === 1 ? WORD_FLAG.governs : 0) | (isEnglish ? WORD_FLAG.english : 0);
  }
  return table;
}

function countSurfaces(words: readonly string[], { word, gap, fields }: TokenTable): SurfaceCounts {
  const capital = Uint8Array.from(words, (text) => (startsWithCapital(text) ? 1 : 0));
  /** Of a hyphenated name ("the Chern-Simons theory") each part stands alone where the whole does. */
  const isCapitalBefore = (at: number, ownGap: number): boolean => {
    let before = at - 1;
    if (ownGap === GAP.hyphen) while (gap[before] === GAP.hyphen) before--;
    if (ownGap === GAP.hyphen && gap[before--] === GAP.sentence) return true;
    return gap[before] !== GAP.sentence && capital[word[before] as number] === 1;
  };
  const isCapitalAfter = (at: number, end: number): boolean => {
    let after = at + 1;
    while (after < end && gap[after] === GAP.hyphen) after++;
    return after < end && gap[after] !== GAP.sentence && capital[word[after] as number] === 1;
  };
  const counts: SurfaceCounts = { running: new Uint32Array(words.length), alone: new Uint32Array(words.length), all: new Uint32Array(words.length) };
  for (let field = 0; field + 1 < fields.length; field++) {
    const end = fields[field + 1] as number;
    const isAbstract = field % FIELD_COUNT === 1;
    for (let at = fields[field] as number; at < end; at++) {
      const number = word[at] as number;
      counts.all[number]!++;
      if (!isAbstract || gap[at] === GAP.sentence) continue;
      counts.running[number]!++;
      if (!isCapitalBefore(at, gap[at] as number) && !isCapitalAfter(at, end)) counts.alone[number]!++;
    }
  }
  return counts;
}

const LOWER_CASE = /^[a-z]+$/;

/** The letters of a word without case, plural or possessive of acronyms: what its forms have in common. */
function caseKey(word: string): string {
  return LOWER_CASE.test(word) ? word : (isAcronymShaped(word) ? singularAcronym(word) : word).toLowerCase();
}

/** Names with capitals inside whose plural the collection writes too: ResNets; in lower case, without their s. */
function pluralNames(words: readonly string[]): ReadonlySet<string> {
  const shaped = words.filter(isAcronymShaped);
  const keys = new Set(shaped.map(caseKey));
  return new Set(shaped.filter((word) => /\p{Ll}s$/u.test(word)).map((word) => caseKey(word).slice(0, -1)).filter((key) => keys.has(key)));
}

function countCases(words: readonly string[], counts: SurfaceCounts, keys: readonly string[], spelledOut: ReadonlySet<string>): Map<string, CaseCounts> {
  const groups = new Map<string, CaseCounts>();
  for (const [number, word] of words.entries()) {
    const key = keys[number] as string;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { acronym: 0, lower: 0, title: 0, name: 0, bestAcronym: '', bestAcronymCount: 0 }));
    const all = counts.all[number] as number;
    if (spelledOut.has(word)) continue;
    if (isAcronymShaped(word)) countAcronym(group, singularAcronym(word), all);
    else if (startsWithCapital(word)) {
      group.title += counts.running[number] as number;
      group.name += counts.alone[number] as number;
    } else group.lower += counts.running[number] as number;
  }
  return groups;
}

function countAcronym(group: CaseCounts, form: string, count: number): void {
  group.acronym += count;
  if (count < group.bestAcronymCount || (count === group.bestAcronymCount && form >= group.bestAcronym)) return;
  group.bestAcronym = form;
  group.bestAcronymCount = count;
}

/** A word with what decides on its case. */
interface Casing {
  word: string;
  /** What all its forms have in common. */
  key: string;
  group: CaseCounts | undefined;
  /** The word in lower case is in the English lexicon. */
  isEnglish: boolean;
  /** Its capitals are those of an acronym that it is a part of. */
  isSpelledOut: boolean;
}

/** Whether these letters mean an acronym when written as `word`: CLIP and clip are two words, ImageNet and Imagenet are one. */
function isAcronym({ word, group, isEnglish, isSpelledOut }: Casing): boolean {
  if (isSpelledOut) return false;
  const acronym = group?.acronym ?? 0;
  const ordinary = (group?.lower ?? 0) + (group?.title ?? 0);
  if (!isEnglish && acronym > 0 && word.length >= SHORTEST_NAME) return acronym >= ordinary;
  if (!isAcronymShaped(word)) return acronym > 0 && acronym >= DOMINANCE * ordinary;
  const showsLetters = isEnglish && /\p{Ll}/u.test(singularAcronym(word));
  return showsLetters ? ordinary === 0 && acronym > 1 : ordinary < DOMINANCE * Math.max(1, acronym);
}

function normalForm(casing: Casing): string {
  return isAcronym(casing) ? `${ACRONYM_MARK}${casing.key}` : normalWord(casing.word);
}

function readableForm(casing: Casing): string {
  const { word, group, isEnglish } = casing;
  if (isAcronym(casing)) return isAcronymShaped(word) || !group ? word : group.bestAcronym;
  if (!group) return word.toLowerCase();
  if (casing.isSpelledOut) return isEnglish || group.lower > 0 || !startsWithCapital(word) ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase();
  const isName = group.lower === 0 ? group.name > (isEnglish ? 1 : 0) || group.title >= (isEnglish ? CAPITALS_OF_A_NAME : 1) : group.name > 2 * group.lower;
  return isName && !isAcronymShaped(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word.toLowerCase();
}

function flagsOf(word: string, readable: string, normal: string): number {
  const lower = word.toLowerCase();
  let flags = 0;
  if (normal.startsWith(ACRONYM_MARK)) flags |= WORD_FLAG.acronym;
  if (GENERIC_MODIFIERS.has(lower) || GENERIC_MODIFIERS.has(normal)) flags |= WORD_FLAG.genericModifier;
  if (GENERIC_WORDS.has(normal)) flags |= WORD_FLAG.genericWord;
  if (VACUOUS_WORDS.has(normal)) flags |= WORD_FLAG.vacuous;
  if (startsWithCapital(readable)) flags |= WORD_FLAG.capital;
  if (isJunk(word)) flags |= WORD_FLAG.junk;
  return flags;
}

/** Words with raised or lowered letters are variables up to this length. */
const SHORT_FORMULA = 6;

/** Remains of formulas and mark-up: x_i, pᵢ, ij, words without a vowel that are no acronyms, single letters. */
function isJunk(word: string): boolean {
  if (word.includes('_') || (word.length <= SHORT_FORMULA && /[ᵃ-ᵪⁱⁿₐ-ₜⱼ]/.test(word))) return true;
  if (/^\d/.test(word) && !/^\d[A-Z]$/.test(word)) return true;
  return word.length === 1;
}
