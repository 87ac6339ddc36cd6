import { NumberList } from './number-list.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * The places of texts in the order of their UTF-16 units, those of equal texts in their own order. A text is words with one separator between them, which
 * has to come before all that words are made of: then texts stand in the order of their words, and only distinct words are compared
 * (a radix sort whose digits are words, from the last to the first).
 */
export function orderByWords(texts: readonly string[], separator: string): Uint32Array {
  const { words, word, offsets } = cutIntoWords(texts, separator);
  const rankOf = ranksOf(words);
  const ending = placesByLength(offsets);
  let order = new Uint32Array(0);
  for (let length = ending.length - 1; length > 0; length--) {
    const ended = ending[length] ?? [];
    const longer = order;
    order = new Uint32Array(ended.length + longer.length);
    order.set(ended);
    order.set(longer, ended.length);
    order = sortedByRank(order, (place) => rankOf[word[(offsets[place] as number) + length - 1] as number] as number, words.words.length);
  }
  return order;
}

/** The words of all texts, one text after the other; those of text n from offsets[n] to offsets[n + 1]. */
function cutIntoWords(texts: readonly string[], separator: string): { words: Vocabulary; word: Uint32Array; offsets: Uint32Array } {
  const words = new Vocabulary();
  const word = new NumberList((length) => new Uint32Array(length));
  const offsets = new Uint32Array(texts.length + 1);
  for (const [place, text] of texts.entries()) {
    let start = 0;
    for (let end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      word.push(words.numberOfPart(text, start, end));
      start = end + separator.length;
    }
    word.push(words.numberOfPart(text, start, text.length));
    offsets[place + 1] = word.length;
  }
  return { words, word: word.toArray(), offsets };
}

/** By word number the word's place among all words in order. */
function ranksOf({ words }: Vocabulary): Uint32Array {
  const ranks = new Uint32Array(words.length);
  const numbers = new Map(words.map((word, number) => [word, number]));
  for (const [rank, word] of words.toSorted().entries()) ranks[numbers.get(word) as number] = rank;
  return ranks;
}

/** The places of texts by their number of words, which is at least 1. */
function placesByLength(offsets: Uint32Array): number[][] {
  const places: number[][] = [];
  for (let place = 0; place + 1 < offsets.length; place++) (places[(offsets[place + 1] as number) - (offsets[place] as number)] ??= []).push(place);
  return places;
}

/** Places by ascending rank, those of the same rank in the order in which they are given (counting sort). */
function sortedByRank(places: Uint32Array, rankAt: (place: number) => number, rankCount: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(rankCount + 1);
  for (const place of places) next[rankAt(place) + 1]!++;
  for (let rank = 0; rank < rankCount; rank++) next[rank + 1]! += next[rank] as number;
  const sorted = new Uint32Array(places.length);
  for (const place of places) sorted[next[rankAt(place)]!++] = place;
  return sorted;
}
