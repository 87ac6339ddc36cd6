import type { ConceptIndex } from '../model.ts';
import { isSameStem, nestsWords, wordsOf } from './label-words.ts';
import type { TellingConcept } from './rank-concepts.ts';

export interface NameOptions {
  /** Concepts in a name at most. */
  nameConcepts: number;
  /** A name grows no longer than this, in characters, unless its first two concepts are. */
  nameLength: number;
}

/** What the second and the third concept of a name must score, as parts of the first one's score. */
const LEAST_SCORES = [0.12, 0.2];
/** A shorter concept gives way to one that contains it where that is in this part of its papers: "adversarial" to "adversarial attacks". */
const COVERED_SHARE = 0.7;
/** Letters of a single word before the last that can stand alone: "post-training", but not "deep". */
const LEAST_MODIFIER = 8;

export interface GroupName {
  text: string;
  /** The concepts that it names. */
  concepts: number[];
}

interface NamePart {
  text: string;
  words: string[];
}

/**
 * A heading for a group of papers from its concepts, most telling first, "Quantization · post-training · rounding"; null without any. No part repeats words
 * of another: a concept that ends like an earlier one loses that word where the rest can stand alone, and is left out where not. `isTaken` tells
 * which names others have; `avoid` are concepts that the name does without.
 */
export function nameGroup(index: ConceptIndex, ranked: readonly TellingConcept[], options: NameOptions, isTaken: (name: string) => boolean, avoid: ReadonlySet<number>): GroupName | null {
  const candidates = withoutCovered(index, ranked).filter(({ concept }) => !avoid.has(concept));
  for (let skipped = 0; skipped < candidates.length; skipped++) {
    const [first, ...rest] = candidates;
    if (!first) break;
    const chosen = chooseParts(index, [first, ...rest.slice(skipped)], options);
    const text = asHeading(chosen.parts);
    if (!isTaken(text)) return { text, concepts: chosen.concepts };
  }
  return null;
}

/** Without concepts that a longer one stands for, which takes the shorter one's place. */
function withoutCovered(index: ConceptIndex, candidates: readonly TellingConcept[]): TellingConcept[] {
  const words = candidates.map(({ concept }) => wordsOf(index.concepts[concept]?.label ?? ''));
  const ordered = candidates.map((candidate, place) => {
    const own = words[place] ?? [];
    const longer = candidates.find((other, at) => {
      const its = words[at] ?? [];
      return its.length > own.length && other.recall >= COVERED_SHARE * candidate.recall && nestsWords(own, its);
    });
    return longer ?? candidate;
  });
  return [...new Set(ordered)];
}

function chooseParts(index: ConceptIndex, candidates: readonly TellingConcept[], options: NameOptions): { parts: NamePart[]; concepts: number[] } {
  const parts: NamePart[] = [];
  const concepts: number[] = [];
  const first = candidates[0]?.score ?? 0;
  let length = 0;
  for (const { concept, score } of candidates) {
    if (parts.length >= options.nameConcepts) break;
    if (score < first * (LEAST_SCORES[parts.length - 1] ?? 0)) continue;
    const part = partBeside(parts, index.concepts[concept]?.label ?? '');
    if (!part || (parts.length >= 2 && length + part.text.length > options.nameLength)) continue;
    parts.push(part);
    concepts.push(concept);
    length += part.text.length + 3;
  }
  return { parts, concepts };
}

/** A label as a further part of a name, without a last word that an earlier part ends with too; null where it would repeat what is there. */
function partBeside(parts: readonly NamePart[], label: string): NamePart | null {
  const words = wordsOf(label);
  const head = words.at(-1) ?? '';
  const isRepeated = parts.some((part) => isSameStem(part.words.at(-1) ?? '', head));
  if (!isRepeated) return parts.some((part) => sharesWords(part.words, words)) ? null : { text: label, words };
  const [modifier = '', , third] = label.split(/\s+/);
  const left = wordsOf(modifier);
  if (third !== undefined || modifier.length < LEAST_MODIFIER || parts.some((part) => sharesWords(part.words, left))) return null;
  return { text: modifier, words: left };
}

function sharesWords(first: readonly string[], second: readonly string[]): boolean {
  return nestsWords(first, second) || first.some((word) => second.some((other) => isSameStem(word, other)));
}

function asHeading(parts: readonly NamePart[]): string {
  const name = parts.map(({ text }) => text).join(' · ');
  const [firstWord = ''] = name.split(/[\s·]/, 1);
  return /^\p{Ll}+(-|$)/u.test(firstWord) ? name.slice(0, 1).toUpperCase() + name.slice(1) : name;
}
