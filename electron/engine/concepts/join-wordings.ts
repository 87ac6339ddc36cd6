import { sharedUint32 } from '../parallel/shared-arrays.ts';
import type { ActionNouns } from './action-nouns.ts';
import { OCCURRENCE, type Occurrences } from './occurrences.ts';
import type { PhraseList } from './phrase-list.ts';
import { PhraseTable, ROOT } from './phrase-table.ts';
import { ACRONYM_MARK } from './words.ts';

/**
 * The term of each phrase: the phrase by which its concept goes.
 * Labels of a thesaurus go by the preferred one; "initialization of weights" and "weight initialization", where the collection writes both, by the more
 * frequent; "network quantizing" by "network quantization" where that is written too; phrases of the same letters, such as
 * "dc loads" and "DC loads", "e-mail" and "email", by the most frequent.
 */
export function joinWordings(list: PhraseList, occurrences: Occurrences, actions: ActionNouns, normals: readonly string[]): Uint32Array {
  const termOf = sharedUint32(list.phrases.size);
  for (let phrase = 0; phrase < termOf.length; phrase++) termOf[phrase] = phrase;
  for (const [phrase, entry] of list.entryOf) termOf[phrase] = entry.phrase;
  const straight = straightCounts(occurrences, termOf.length);
  joinActions(list, actions, straight, termOf);
  joinOrders(list, occurrences, straight, termOf);
  joinSpacings(list, normals, straight, termOf);
  return termOf;
}

/** How often each phrase is written as such, neither turned round nor made of a verb. */
function straightCounts({ phrase, kind }: Occurrences, phrases: number): Uint32Array {
  const counts = new Uint32Array(phrases);
  for (let at = 0; at < phrase.length; at++) if (((kind[at] as number) & (OCCURRENCE.reordered | OCCURRENCE.derived)) === 0) counts[phrase[at] as number]!++;
  return counts;
}

/** Gerunds at the end of a phrase go by the action noun of their verb. */
function joinActions(list: PhraseList, actions: ActionNouns, straight: Uint32Array, termOf: Uint32Array): void {
  for (let phrase = 1; phrase < termOf.length; phrase++) {
    if (straight[phrase] === 0 || termOf[phrase] !== phrase) continue;
    const noun = actions.own.get(list.phrases.lastWordOf(phrase));
    if (noun === undefined) continue;
    const other = list.phrases.find(list.phrases.withoutLastWord(phrase), noun);
    if (other > 0 && (straight[other] as number) > 0) termOf[phrase] = termOf[other] as number;
  }
}

/** Of "X of Y" and "Y X" at the same place, the less frequent goes by the other. */
function joinOrders(list: PhraseList, { phrase, kind, first, end }: Occurrences, straight: Uint32Array, termOf: Uint32Array): void {
  for (let at = 1; at < phrase.length; at++) {
    if (((kind[at] as number) & OCCURRENCE.reordered) === 0 || ((kind[at - 1] as number) & OCCURRENCE.joined) === 0) continue;
    if (first[at] !== first[at - 1] || end[at] !== end[at - 1]) continue;
    const joined = phrase[at - 1] as number;
    const turned = phrase[at] as number;
    if (straight[turned] === 0 || termOf[joined] === termOf[turned]) continue;
    const [kept, other] = (straight[turned] as number) >= (straight[joined] as number) || list.entryOf.has(turned) ? [turned, joined] : [joined, turned];
    if (termOf[other] === other && !list.entryOf.has(other) && termOf[kept] !== other) termOf[other] = termOf[kept] as number;
  }
}

/** Phrases of the same letters, hyphens, spaces and case apart, go by the most frequent of them; but two single words of them are two words (CLIP, clip). */
function joinSpacings(list: PhraseList, normals: readonly string[], straight: Uint32Array, termOf: Uint32Array): void {
  const best = new Uint32Array(termOf.length);
  const isSingle = (phrase: number): boolean => list.phrases.withoutLastWord(phrase) === ROOT;
  const isSource = (phrase: number): boolean => straight[phrase] !== 0 && (termOf[phrase] === phrase || list.entryOf.has(phrase));
  const keys = letterKeys(list, normals, termOf.length, isSource);
  const rankOf = (phrase: number): number => (straight[phrase] as number) + (list.entryOf.has(phrase) ? Number.MAX_SAFE_INTEGER / 2 : 0);
  for (let phrase = 1; phrase < termOf.length; phrase++) {
    if (!isSource(phrase)) continue;
    const key = keys[phrase] as number;
    const known = best[key] as number;
    if (known === 0 || rankOf(phrase) > rankOf(known)) best[key] = phrase;
  }
  for (let phrase = 1; phrase < termOf.length; phrase++) {
    if (!isSource(phrase) || list.entryOf.has(phrase)) continue;
    const other = best[keys[phrase] as number] as number;
    if (other === phrase || (isSingle(phrase) && isSingle(other)) || !haveSameLetters(list, normals, phrase, other)) continue;
    termOf[phrase] = termOf[other] as number;
  }
}

const BASE = 0x01000193;

/** For each wanted phrase a number below the number of phrases that phrases of the same letters share, whatever words they are cut into (by a polynomial hash of 64 bits). */
function letterKeys(list: PhraseList, normals: readonly string[], phrases: number, isWanted: (phrase: number) => boolean): Uint32Array {
  const keys = new Uint32Array(phrases);
  const hashes = new PhraseTable();
  const low = new Uint32Array(phrases);
  const high = new Uint32Array(phrases);
  const wordLow = new Uint32Array(normals.length);
  const wordHigh = new Uint32Array(normals.length);
  const powerLow = new Uint32Array(normals.length);
  const powerHigh = new Uint32Array(normals.length);
  for (const [number, normal] of normals.entries()) {
    powerLow[number] = powerHigh[number] = 1;
    for (let at = normal.startsWith(ACRONYM_MARK) ? ACRONYM_MARK.length : 0; at < normal.length; at++) {
      wordLow[number] = Math.imul(wordLow[number] as number, BASE) + normal.charCodeAt(at);
      wordHigh[number] = Math.imul(wordHigh[number] as number, BASE + 2) + normal.charCodeAt(at);
      powerLow[number] = Math.imul(powerLow[number], BASE);
      powerHigh[number] = Math.imul(powerHigh[number], BASE + 2);
    }
  }
  for (let phrase = 1; phrase < phrases; phrase++) {
    const before = list.phrases.withoutLastWord(phrase);
    const word = list.phrases.lastWordOf(phrase);
    low[phrase] = Math.imul(low[before] as number, powerLow[word] as number) + (wordLow[word] as number);
    high[phrase] = Math.imul(high[before] as number, powerHigh[word] as number) + (wordHigh[word] as number);
    if (isWanted(phrase)) keys[phrase] = hashes.add((low[phrase] as number) | 0, (high[phrase] as number) | 0) - 1;
  }
  return keys;
}

function haveSameLetters(list: PhraseList, normals: readonly string[], one: number, other: number): boolean {
  const letters = (phrase: number): string => list.phrases.textOf(phrase, normals).replace(/[\s^]/g, '');
  return letters(one) === letters(other);
}
