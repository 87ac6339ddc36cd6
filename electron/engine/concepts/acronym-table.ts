import type { Compounds } from './compounds.ts';
import { PhraseTable } from './phrase-table.ts';
import type { FieldDefinition } from './read-texts-task.ts';
import type { CollectionText } from './read-texts.ts';
import { FIELD_COUNT, type TokenTable } from './tokens.ts';
import type { WordTable } from './words.ts';

/** What acronyms stand for. Acronyms and the words of long forms are numbers of normal words. */
export interface AcronymTable {
  /** For each paper, the acronyms it defines itself; null where it defines none. */
  own: (Map<number, readonly number[]> | null)[];
  /** What the collection, or a thesaurus, agrees on for papers that define nothing. */
  agreed: Map<number, readonly number[]>;
}

/** The acronyms that thesauri know, as numbers of normal words. */
export interface KnownAcronyms {
  expansions: Map<number, readonly number[]>;
  /** Acronyms that stand for several things: never taken over from other papers. */
  ambiguous: Set<number>;
}

/** An acronym of two letters has to be defined alike by this many papers before others take the definition over. */
const PAPERS_FOR_SHORT_ACRONYM = 2;
const AGREEMENT = 0.85;

interface Expansion {
  words: readonly number[];
  papers: number;
}

/** Reads every paper's own definitions, and from them what the collection agrees on. */
export function readAcronyms({ tokens, definitions }: CollectionText, words: WordTable, compounds: Compounds, known: KnownAcronyms): AcronymTable {
  const own = ownDefinitions(definitions, new DefinitionReader(tokens, words, compounds), (tokens.fields.length - 1) / FIELD_COUNT);
  expandNested(own, agreedExpansions(own, words, known));
  const agreed = agreedExpansions(own, words, known);
  for (const found of own) if (found) adoptVariants(found, agreed);
  return { own, agreed };
}

function ownDefinitions(definitions: readonly FieldDefinition[], reader: DefinitionReader, papers: number): AcronymTable['own'] {
  const own: AcronymTable['own'] = Array.from({ length: papers }, () => null);
  for (const definition of definitions) {
    const read = reader.read(definition);
    if (!read) continue;
    const paper = Math.floor(definition.field / FIELD_COUNT);
    const found = (own[paper] ??= new Map());
    if (!found.has(read.acronym)) found.set(read.acronym, read.words);
  }
  return own;
}

/** Writes out the acronyms within long forms: "RL from human feedback". */
function expandNested(own: AcronymTable['own'], agreed: AcronymTable['agreed']): void {
  for (const definitions of own) {
    for (const [acronym, long] of definitions ?? []) {
      const expansionOf = (word: number): readonly number[] | undefined => (word === acronym ? undefined : (definitions?.get(word) ?? agreed.get(word)));
      if (long.some(expansionOf)) definitions?.set(acronym, long.flatMap((word) => expansionOf(word) ?? [word]));
    }
  }
}

class DefinitionReader {
  readonly #tokens: TokenTable;
  readonly #words: WordTable;

  readonly #compounds: Compounds;

  constructor(tokens: TokenTable, words: WordTable, compounds: Compounds) {
    this.#tokens = tokens;
    this.#words = words;
    this.#compounds = compounds;
  }

  /** An acronym and what it stands for, as normal words; null for what is no definition after all. */
  read({ acronym, field, start, end }: FieldDefinition): { acronym: number; words: readonly number[] } | null {
    const words = this.#normalWords(field, start, end);
    const number = this.#words.normals.number(this.#words.normalOf(acronym));
    return words.length < 2 || words.includes(number) ? null : { acronym: number, words };
  }

  /** Normal words of the tokens in a range of a field's text. */
  #normalWords(field: number, start: number, end: number): number[] {
    const { fields, start: starts, end: ends, word } = this.#tokens;
    const last = fields[field + 1] as number;
    let at = firstAtOrAfter(starts, fields[field] as number, last, start);
    const numbers: number[] = [];
    for (; at < last && (ends[at] as number) <= end; at++) {
      const surface = word[at] as number;
      const normal = this.#words.normal[surface] as number;
      numbers.push(...(this.#compounds.get(normal) ?? [normal]));
    }
    return numbers;
  }
}

function firstAtOrAfter(starts: Uint32Array, from: number, to: number, offset: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function agreedExpansions(own: AcronymTable['own'], words: WordTable, known: KnownAcronyms): Map<number, readonly number[]> {
  const agreed = new Map<number, readonly number[]>();
  for (const [acronym, expansions] of expansionsByAcronym(own)) {
    if (known.ambiguous.has(acronym)) continue;
    const best = agreedExpansion(expansions, (words.normals.words[acronym] as string).length - 1);
    if (best) agreed.set(acronym, best);
  }
  for (const [acronym, expansion] of known.expansions) if (!agreed.has(acronym)) agreed.set(acronym, expansion);
  return agreed;
}

function expansionsByAcronym(own: AcronymTable['own']): Map<number, Expansion[]> {
  const phrases = new PhraseTable();
  const byPhrase = new Map<number, Expansion>();
  const byAcronym = new Map<number, Expansion[]>();
  for (const definitions of own) {
    for (const [acronym, words] of definitions ?? []) {
      const phrase = phrases.addAll([acronym, ...words]);
      const expansion = byPhrase.get(phrase);
      if (expansion) {
        expansion.papers++;
        continue;
      }
      const added: Expansion = { words, papers: 1 };
      byPhrase.set(phrase, added);
      const list = byAcronym.get(acronym);
      if (list) list.push(added);
      else byAcronym.set(acronym, [added]);
    }
  }
  return byAcronym;
}

/** The expansion that nearly all defining papers share, longer variants of it counted in. */
function agreedExpansion(expansions: readonly Expansion[], letters: number): readonly number[] | null {
  const total = expansions.reduce((sum, { papers }) => sum + papers, 0);
  let best = expansions[0] as Expansion;
  for (const expansion of expansions) if (expansion.papers > best.papers) best = expansion;
  const alike = expansions.reduce((sum, { words, papers }) => sum + (isVariant(words, best.words) ? papers : 0), 0);
  if (alike < AGREEMENT * total) return null;
  if (letters <= 2 && alike < PAPERS_FOR_SHORT_ACRONYM) return null;
  return best.words;
}

/** True where one holds all words of the other in the same order: large-scale language model, large language model. */
function isVariant(a: readonly number[], b: readonly number[]): boolean {
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  let matched = 0;
  for (const word of longer) if (word === shorter[matched]) matched++;
  return matched === shorter.length;
}

/** A paper that defines a longer or shorter variant of the agreed long form means the same. */
function adoptVariants(definitions: Map<number, readonly number[]>, agreed: AcronymTable['agreed']): void {
  for (const [acronym, words] of definitions) {
    const common = agreed.get(acronym);
    if (common && isVariant(words, common)) definitions.set(acronym, common);
  }
}
