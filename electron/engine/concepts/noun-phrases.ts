import { WORD_CLASS } from './lexicon.ts';
import { GAP } from './tokens.ts';
import type { Units } from './units.ts';
import { WORD_FLAG } from './words.ts';

/** What a unit does in its sentence, as far as noun phrases go. */
export const ROLE = { none: 0, noun: 1, modifier: 2 } as const;

const START = 255;

/** Fills `roles` with the role of every unit, from its own class and its neighbours'. A small rule tagger in the manner of Brill (1992), rules ours. */
export function assignRoles(units: Units, words: readonly string[], roles: Uint8Array): void {
  for (let at = 0; at < units.count; at++) roles[at] = roleOf(units, at, words, roles);
}

function roleOf(units: Units, at: number, words: readonly string[], roles: Uint8Array): number {
  if (((units.flags[at] as number) & WORD_FLAG.junk) !== 0 && units.wordClass[at] !== WORD_CLASS.number) return junkRole(units, at, words);
  const before = classBefore(units, at);
  const after = classAfter(units, at);
  const own: number = units.wordClass[at] as number;
  switch (own) {
    case WORD_CLASS.noun:
      return nounRole(units, at, before, after, words);
    case WORD_CLASS.adjective:
      return adjectiveRole(before, after, words[units.lastWord[at] as number] as string);
    case WORD_CLASS.gerund:
      return gerundRole(units, at, before, after, words, roles);
    case WORD_CLASS.participle:
      return participleRole(before, after);
    case WORD_CLASS.verbOrNoun:
      return verbRole(before, after, words[units.lastWord[at] as number] as string);
    case WORD_CLASS.number:
      return numberRole(units, at, before, words);
    default:
      return ROLE.none;
  }
}

function classBefore(units: Units, at: number): number {
  return at === 0 || (units.gap[at] as number) >= GAP.pause ? START : (units.wordClass[at - 1] as number);
}

function classAfter(units: Units, at: number): number {
  return at + 1 >= units.count || (units.gap[at + 1] as number) >= GAP.pause ? START : (units.wordClass[at + 1] as number);
}

const opensNounPhrase = (wordClass: number): boolean => wordClass === WORD_CLASS.determiner || wordClass === WORD_CLASS.adjective || wordClass === WORD_CLASS.noun || wordClass === WORD_CLASS.participle;
const isNominal = (wordClass: number): boolean => wordClass === WORD_CLASS.noun || wordClass === WORD_CLASS.adjective || wordClass === WORD_CLASS.gerund;

/** Nouns that are verbs as well: verbs after "we", "to", "can" where a noun phrase follows. */
const NOUN_OR_VERB = /^(?:model|design|test|study|process|estimate|form|result|work|use|approach|study|sample|label|score|search|structure|map|benchmark|cluster|access|target|measure|monitor|filter|edit|encode|question|value|control|function|balance|trade|steer|probe|plan|cost|challenge|benefit|influence|impact|display|place|list|name|order|range|rate|update|cause|change|switch|bridge|guide|force|cut|aid|link|share|review|release|exploit|store|schedule|trace|track|detail|question|contrast|experience|advance|support|increase|decrease|demand|balance|bias|trigger|purchase|render|abstract|shape|drive|match|exhibit|reach|boost|impact|combine)$/i;

/** "Frankle & Carbin, 2019", "Smith et al.": a name that a year, "et al." or another cited name follows. */
function isCitedAuthor(units: Units, at: number, words: readonly string[]): boolean {
  const flags = units.flags[at] as number;
  if (at + 1 >= units.count || (flags & WORD_FLAG.capital) === 0 || (flags & WORD_FLAG.acronym) !== 0 || (units.gap[at + 1] as number) > GAP.pause) return false;
  const next = words[units.lastWord[at + 1] as number] as string;
  if (/^(?:(?:19|20)\d\d|et)$/.test(next)) return true;
  if (next === 'and') return isCitedAuthor(units, at + 2, words);
  return units.gap[at + 1] === GAP.pause && isCitedAuthor(units, at + 1, words);
}

function nounRole(units: Units, at: number, before: number, after: number, words: readonly string[]): number {
  if (isCitedAuthor(units, at, words)) return ROLE.none;
  if (isFiniteVerb(units, at, before, after, words)) return ROLE.none;
  if (before !== WORD_CLASS.verbLeader) return ROLE.noun;
  const word = words[units.lastWord[at] as number] as string;
  if (!NOUN_OR_VERB.test(word)) return ROLE.noun;
  const leader = (words[units.lastWord[at - 1] as number] as string).toLowerCase();
  if (leader !== 'to') return ROLE.none;
  return after === WORD_CLASS.determiner || after === WORD_CLASS.adjective || after === WORD_CLASS.preposition ? ROLE.none : ROLE.noun;
}

/** "How structure shapes rich learning": what may be a verb in the third person, between a singular noun and an article or adjective. */
function isFiniteVerb(units: Units, at: number, before: number, after: number, words: readonly string[]): boolean {
  if (before !== WORD_CLASS.noun || (after !== WORD_CLASS.determiner && after !== WORD_CLASS.adjective) || isPlural(units, at - 1, words)) return false;
  const word = words[units.lastWord[at] as number] as string;
  return word.endsWith('s') && NOUN_OR_VERB.test(word.slice(0, -1));
}

const NOUN_LIKE_ADJECTIVES = /^(?:metric|token|objective|kernel|dynamic|adversary|integral|polynomial|manifold|potential|representative|individual|heuristic|logic|music|traffic|topic|statistic|residual|transient|analytic|binding|radical|chemical|material|signal|interval|capital|hospital|crystal|terminal|portal)s?$/i;

function adjectiveRole(before: number, after: number, word: string): number {
  const standsAsNoun = !isNominal(after) && after !== WORD_CLASS.participle && NOUN_LIKE_ADJECTIVES.test(word);
  if (standsAsNoun && before !== WORD_CLASS.auxiliary) return ROLE.noun;
  return ROLE.modifier;
}

/** Prepositions after which an -ing form is a verb: "by training a network". */
const VERBAL_LEADERS = /^(?:by|when|while|after|before|without|through|upon|than|despite|besides|instead|for)$/i;

function gerundRole(units: Units, at: number, before: number, after: number, words: readonly string[], roles: Uint8Array): number {
  if (after === WORD_CLASS.determiner) return ROLE.none;
  if (before === WORD_CLASS.auxiliary || before === WORD_CLASS.adverb) return ROLE.none;
  if (before === WORD_CLASS.determiner) return ROLE.noun;
  const governs = ((units.flags[at] as number) & WORD_FLAG.governs) !== 0;
  if (before !== START && roles[at - 1] !== ROLE.none) return governs && isPlural(units, at - 1, words) ? ROLE.none : ROLE.noun;
  if (!opensNounPhrase(after)) return ROLE.noun;
  if (governs) return ROLE.none;
  if (before === WORD_CLASS.preposition) return VERBAL_LEADERS.test(words[units.lastWord[at - 1] as number] as string) ? ROLE.none : ROLE.noun;
  return before === START && (units.gap[at] as number) === GAP.sentence ? ROLE.none : ROLE.noun;
}

function isPlural(units: Units, at: number, words: readonly string[]): boolean {
  return units.wordClass[at] === WORD_CLASS.noun && /[^s]s$/.test(words[units.lastWord[at] as number] as string);
}

function participleRole(before: number, after: number): number {
  if (!isNominal(after) && after !== WORD_CLASS.participle) return ROLE.none;
  if (before === WORD_CLASS.auxiliary || before === WORD_CLASS.verbLeader || before === WORD_CLASS.noun) return ROLE.none;
  return ROLE.modifier;
}

function verbRole(before: number, after: number, word: string): number {
  if (before === WORD_CLASS.determiner) return ROLE.noun;
  if (word.endsWith('s') && !word.endsWith('ss')) return ROLE.none;
  if (before === WORD_CLASS.adjective && after !== WORD_CLASS.determiner && after !== WORD_CLASS.adjective) return ROLE.noun;
  return ROLE.none;
}

/** A number belongs to the name before it: Llama 2, Web 2.0. */
function numberRole(units: Units, at: number, before: number, words: readonly string[]): number {
  if (/^(?:19|20)\d\d$/.test(words[units.lastWord[at] as number] as string)) return ROLE.none;
  if (before !== WORD_CLASS.noun || ((units.flags[at - 1] as number) & WORD_FLAG.capital) === 0) return ROLE.none;
  return classAfter(units, at) === WORD_CLASS.number ? ROLE.none : ROLE.noun;
}

/** A letter may name a thing: "K means", "C language", "vitamin D"; and stands with a hyphen in many terms, which are units of their own. */
function junkRole(units: Units, at: number, words: readonly string[]): number {
  const word = words[units.lastWord[at] as number] as string;
  return /^[A-Zk]$/.test(word) && word !== 'A' && word !== 'I' && classAfter(units, at) === WORD_CLASS.noun ? ROLE.modifier : ROLE.none;
}
