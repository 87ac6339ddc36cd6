import { stemmer } from 'stemmer';

/** A paper with what people said of it: what a score compares with. `area` is "" where nobody named one. */
export interface GoldPaper {
  id: string;
  title: string;
  abstract: string;
  keywords: string[];
  area: string;
}

const WORD = /[\p{L}\p{N}]+(?:[-'./+&_][\p{L}\p{N}]+)*[+#]*/gu;
const HYPHENS = /[\u2010-\u2014\u2212]/g;
const stems = new Map<string, string>();

function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = stemmer(word);
    stems.set(word, stem);
  }
  return stem;
}

/** The words of a text as they are compared: lower-case, inner hyphens kept, Porter-stemmed (Porter 1980). */
export function stemmedWords(text: string): string[] {
  const plain = text.toLowerCase().replace(HYPHENS, '-').replaceAll('\u2019', "'");
  return (plain.match(WORD) ?? []).map((word) => stemOf(word.endsWith("'s") ? word.slice(0, -2) : word));
}

/** Phrases as compared, each once, in their order; those without a word are left out. */
function distinctPhrases(phrases: readonly string[]): string[] {
  return [...new Set(phrases.map((phrase) => stemmedWords(phrase).join(' ')))].filter((phrase) => phrase !== '');
}

function goldPhrases({ keywords, title, abstract }: GoldPaper, presentOnly: boolean): string[] {
  const phrases = distinctPhrases(keywords);
  if (!presentOnly) return phrases;
  const text = ` ${stemmedWords(`${title} . ${abstract}`).join(' ')} `;
  return phrases.filter((phrase) => text.includes(` ${phrase} `));
}

/**
 * Keyphrase F1 in percent at each cut: exact match of stemmed phrases, macro average over the papers that have gold phrases
 * (`presentOnly`: that have some in their own text). Predictions come best first; precision divides by those returned, at most the cut.
 */
export function keyphraseF1(gold: readonly GoldPaper[], predicted: ReadonlyMap<string, readonly string[]>, options: { presentOnly: boolean; cuts: readonly number[] }): number[] {
  const sums = options.cuts.map(() => 0);
  let papers = 0;
  for (const paper of gold) {
    const wanted = new Set(goldPhrases(paper, options.presentOnly));
    if (wanted.size === 0) continue;
    papers++;
    const found = distinctPhrases(predicted.get(paper.id) ?? []);
    for (const [place, cut] of options.cuts.entries()) {
      const top = found.slice(0, cut);
      const right = top.filter((phrase) => wanted.has(phrase)).length;
      // 2PR / (P + R) with P = right / returned and R = right / wanted
      sums[place] = (sums[place] ?? 0) + (right === 0 ? 0 : (2 * right) / (top.length + wanted.size));
    }
  }
  return sums.map((sum) => (papers === 0 ? 0 : (100 * sum) / papers));
}

/** How two partitions of the same things agree: 1 for the same, about 0 for chance. */
export interface Agreement {
  /** Adjusted mutual information (Vinh et al. 2010), normalised by the arithmetic mean of the entropies. */
  ami: number;
  /** Adjusted Rand index (Hubert and Arabie 1985). */
  ari: number;
}

/** Agreement of found groups with the areas that people gave, over the papers that have an area. A paper without a group counts as a group of its own. */
export function agreementWithAreas(gold: readonly GoldPaper[], groupOf: ReadonlyMap<string, string | null>): Agreement {
  const papers = gold.filter(({ area }) => area !== '');
  const numbered = numbering();
  const areas = papers.map(({ area }) => numbered(`area ${area}`));
  const groups = papers.map(({ id }) => {
    const group = groupOf.get(id) ?? null;
    return numbered(group === null ? `alone ${id}` : `group ${group}`);
  });
  return agreementOf(areas, groups);
}

function numbering(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
}

/** Agreement of two partitions, each given as the group's number for each thing. */
export function agreementOf(first: readonly number[], second: readonly number[]): Agreement {
  const size = first.length;
  const firstSizes = countOf(first);
  const secondSizes = countOf(second);
  const cells = new Map<number, number>();
  const columns = second.reduce((most, group) => Math.max(most, group), 0) + 1;
  for (const [place, group] of first.entries()) {
    const cell = group * columns + (second[place] ?? 0);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  let information = 0;
  for (const [cell, count] of cells) {
    const row = firstSizes.get(Math.floor(cell / columns)) ?? 1;
    const column = secondSizes.get(cell % columns) ?? 1;
    information += (count / size) * Math.log((count * size) / (row * column));
  }
  const expected = expectedInformation([...firstSizes.values()], [...secondSizes.values()], size);
  const span = (entropy(firstSizes, size) + entropy(secondSizes, size)) / 2 - expected;
  return { ami: Math.abs(span) < 1e-12 ? 1 : (information - expected) / span, ari: adjustedRand(cells, firstSizes, secondSizes, size) };
}

function countOf(groups: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

function entropy(sizes: ReadonlyMap<number, number>, size: number): number {
  let sum = 0;
  for (const count of sizes.values()) sum -= (count / size) * Math.log(count / size);
  return sum;
}

function adjustedRand(cells: ReadonlyMap<number, number>, firstSizes: ReadonlyMap<number, number>, secondSizes: ReadonlyMap<number, number>, size: number): number {
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const first = pairs(firstSizes.values());
  const second = pairs(secondSizes.values());
  const expected = (first * second) / Math.max(1, pairs([size]));
  const most = (first + second) / 2;
  return most === expected ? 1 : (pairs(cells.values()) - expected) / (most - expected);
}

/** Mutual information expected by chance of partitions with these group sizes: the exact sum over the hypergeometric distribution (Vinh et al. 2010, equation 24a). */
function expectedInformation(firstSizes: readonly number[], secondSizes: readonly number[], size: number): number {
  const logFactorial = new Float64Array(size + 1);
  for (let number = 2; number <= size; number++) logFactorial[number] = (logFactorial[number - 1] ?? 0) + Math.log(number);
  const log = (number: number) => logFactorial[number] ?? 0;
  let sum = 0;
  for (const [row, rows] of countOf(firstSizes)) {
    for (const [column, columns] of countOf(secondSizes)) {
      const fixed = log(row) + log(column) + log(size - row) + log(size - column) - log(size);
      let cell = 0;
      for (let both = Math.max(1, row + column - size); both <= Math.min(row, column); both++) {
        const logChance = fixed - log(both) - log(row - both) - log(column - both) - log(size - row - column + both);
        cell += (both / size) * Math.log((size * both) / (row * column)) * Math.exp(logChance);
      }
      sum += rows * columns * cell;
    }
  }
  return sum;
}
