import type { Concept } from '../model.ts';
import { normalWord } from '../concepts/normalise.ts';
import { areActionForms } from './action-forms.ts';
import { stem, tellingWords } from './stem.ts';

/** Why two concepts may be one. */
export type JoinHint = 'letters' | 'order' | 'turned' | 'forms' | 'typing' | 'acronym' | 'part' | 'word';

/** Two concepts that may be one, by their places; the first has more papers. */
export interface JoinCandidate {
  one: number;
  other: number;
  hint: JoinHint;
}

/** Letters of terms that one may be mistyped for the other. */
const LEAST_TYPED_LETTERS = 8;

/** Initials that stand for a term. */
const LEAST_INITIALS = 2;
const MOST_INITIALS = 6;

/** More terms of the same head, or with the same word, are of too many kinds to say anything. */
const MOST_OF_A_HEAD = 60;
const MOST_OF_A_WORD = 24;

/** Concepts up to which those of one paper are looked at too. */
const MOST_WITH_SINGLES = 8_000;

/** Papers of both terms from which sharing a word is a hint. */
const LEAST_PAPERS_BY_WORD = 4;

/** Pairs of concepts that may be one, each once with the strongest hint: those of the same letters, of the same words in another order or form, with one letter changed, of which one is the other's initials, or its last words, or that share a word. Of `papers` at least two have the first. */
export function joinCandidates(concepts: readonly Concept[]): JoinCandidate[] {
  const found = new Map<number, JoinCandidate>();
  const offer = (a: number, b: number, hint: JoinHint) => {
    if (a === b) return;
    const [one, other] = comesFirst(concepts, a, b) ? [a, b] : [b, a];
    const key = one * concepts.length + other;
    if ((concepts[one]?.papers ?? 0) >= 2 && !found.has(key)) found.set(key, { one, other, hint });
  };
  const terms = termsOf(concepts);
  const termAt = new Map(terms.map((term) => [term.place, term]));
  const frequent = terms.filter(({ papers }) => papers >= 2);
  offerGroups(terms, ({ label }) => label.toLowerCase().replace(/[^\p{L}\p{M}\p{N}+#]/gu, ''), (a, b) => offer(a, b, 'letters'));
  const several = terms.filter(({ words }) => words.length > 1);
  offerGroups(several, ({ words }) => words.map(normalWord).sort().join(' '), (a, b) => offer(a, b, haveSameHead(termAt.get(a), termAt.get(b)) ? 'order' : 'turned'));
  offerGroups(several, ({ words }) => words.map(stem).sort().join(' '), (a, b) => {
    if (areActionForms(termAt.get(a)?.words ?? [], termAt.get(b)?.words ?? [])) offer(a, b, 'forms');
  });
  offerMistyped(frequent, (a, b) => offer(a, b, 'typing'));
  offerInitials(terms, (a, b) => offer(a, b, 'acronym'));
  offerParts(frequent, (a, b) => offer(a, b, 'part'));
  offerSharedWords(frequent.filter(({ papers }) => papers >= LEAST_PAPERS_BY_WORD), (a, b) => offer(a, b, 'word'));
  return [...found.values()];
}

interface Term {
  place: number;
  label: string;
  papers: number;
  words: string[];
}

/** Concepts of one paper are asked about only where there are few concepts: elsewhere there are better questions. */
function termsOf(concepts: readonly Concept[]): Term[] {
  const least = concepts.length > MOST_WITH_SINGLES ? 2 : 1;
  return concepts.flatMap(({ label, papers }, place) => (papers >= least ? [{ place, label, papers, words: tellingWords(label) }] : []));
}

type Offer = (a: number, b: number) => void;

function comesFirst(concepts: readonly Concept[], a: number, b: number): boolean {
  const [one, other] = [concepts[a]?.papers ?? 0, concepts[b]?.papers ?? 0];
  return one > other || (one === other && a < b);
}

function groupsBy(terms: readonly Term[], keysOf: (term: Term) => Iterable<string>): Map<string, Term[]> {
  const groups = new Map<string, Term[]>();
  for (const term of terms) {
    for (const key of keysOf(term)) {
      const group = groups.get(key);
      if (group) group.push(term);
      else groups.set(key, [term]);
    }
  }
  return groups;
}

/** True where two terms of the same words are of the same thing: “text–image pairs” and “image–text pairs”, “quality of answers” and “answer quality”; not “data source” and “source data”. */
function haveSameHead(one: Term | undefined, other: Term | undefined): boolean {
  const [head, otherHead] = [one, other].map((term) => normalWord((/^(.*?)\s+of\s/.exec(term?.label ?? '')?.[1] ?? term?.label ?? '').split(/[^\p{L}\p{M}\p{N}]+/u).at(-1) ?? ''));
  return head === otherHead;
}

function offerGroups(terms: readonly Term[], keyOf: (term: Term) => string, offer: Offer): void {
  for (const [key, group] of groupsBy(terms, (term) => [keyOf(term)])) if (key !== '') offerAll(group, offer);
}

function offerAll(group: readonly Term[], offer: Offer): void {
  if (group.length > MOST_OF_A_WORD) return;
  for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) offer(one.place, other.place);
}

/** One letter more, less or otherwise, by the terms that are left when any one letter is (symmetric deletes); digits and first letters are no slips: “GPT-2”, “asymmetric”. */
function offerMistyped(terms: readonly Term[], offer: Offer): void {
  const lettersOf = (label: string) => label.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  const isLong = ({ label, words }: Term) => label.length >= LEAST_TYPED_LETTERS && words.every((word) => word.length > 1);
  const long = terms.map((term) => ({ ...term, label: lettersOf(term.label) })).filter(isLong);
  const deletes = ({ label }: Term) => new Set(Array.from({ length: label.length }, (_, at) => label.slice(0, at) + label.slice(at + 1)).concat(label));
  for (const group of groupsBy(long, deletes).values()) {
    if (group.length < 2 || group.length > MOST_OF_A_WORD) continue;
    for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) if (isSlip(one.label, other.label) && isRareBeside(one.papers, other.papers)) offer(one.place, other.place);
  }
}

/** What many write is no slip, but another word: “perception” and “perceptron”. */
function isRareBeside(one: number, other: number): boolean {
  return Math.min(one, other) <= Math.max(2, Math.max(one, other) / 8);
}

function isSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const changed = one.slice(start, one.length - end) + other.slice(start, other.length - end);
  return start > 2 && changed.length <= 2 && !/\d/.test(changed);
}

function offerInitials(terms: readonly Term[], offer: Offer): void {
  const isInitials = ({ label }: Term) => label.length >= LEAST_INITIALS && label.length <= MOST_INITIALS + 1 && /^\p{Lu}[\p{L}]*\p{Lu}s?$/u.test(label);
  const byInitials = groupsBy(terms.filter(({ words }) => words.length >= LEAST_INITIALS && words.length <= MOST_INITIALS), ({ words }) => [words.map((word) => word[0]?.toLowerCase() ?? '').join('')]);
  for (const acronym of terms.filter(isInitials)) {
    const group = byInitials.get(acronym.label.replace(/s$/, '').toLowerCase()) ?? [];
    if (group.length <= MOST_OF_A_HEAD) for (const { place } of group) offer(acronym.place, place);
  }
}

/** A term and the one that says more precisely what it is: “distillation” and “knowledge distillation”. */
function offerParts(terms: readonly Term[], offer: Offer): void {
  const byWords = new Map(terms.map((term) => [keyOfWords(term.words), term]));
  const tails = groupsBy(terms.filter(({ words }) => words.length > 1), ({ words }) => words.slice(1).map((_, at) => keyOfWords(words.slice(at + 1))));
  for (const [tail, longer] of tails) {
    const shorter = byWords.get(tail);
    if (!shorter) continue;
    const likely = longer.toSorted((a, b) => b.papers - a.papers || a.place - b.place).slice(0, 2);
    for (const { place } of likely) offer(shorter.place, place);
  }
}

function keyOfWords(words: readonly string[]): string {
  return words.map((word) => stem(word)).join(' ');
}

/** Terms of two words and more of which all but one are the same: “image classification” and “image recognition”; not those that are numbered, “CIFAR-10” and “CIFAR-100”. */
function offerSharedWords(terms: readonly Term[], offer: Offer): void {
  const long = terms.filter(({ words }) => words.length > 1 && words.length < 5 && words.every((word) => !/\d/.test(word)));
  const without = ({ words }: Term) => words.map((_, left) => `${left}:${words.map((word, at) => (at === left ? '*' : stem(word))).join(' ')}`);
  for (const group of groupsBy(long, without).values()) if (group.length <= MOST_OF_A_WORD) offerAll(group, offer);
}
