import type { Concept, ConceptIndex } from '../model.ts';
import { labelKey } from '../thesaurus/label-key.ts';
import { columnsOf, type ConceptColumn, type ConceptColumns } from './concept-columns.ts';

/**
 * A concept index while it is corrected: concepts by number, those of the index first, new ones after them. The index itself stays as it is;
 * only what a correction touches is copied.
 */
export class ConceptDraft {
  readonly index: ConceptIndex;
  /** Null for concepts that are none any more. */
  readonly #concepts: (Concept | null)[];
  readonly #touched = new Map<number, ConceptColumn>();
  readonly #marked = new Set<number>();
  /** Of concepts that are gone, the ones that stand for them where concepts are told as broader or related: none for hidden ones without a broader one. */
  readonly #instead = new Map<number, readonly number[]>();
  /** Of concepts that were joined or are new, those of the index that they come from. */
  readonly #origins = new Map<number, readonly number[]>();
  #columns: ConceptColumns | null = null;
  /** Concepts that are new, by id; those of the index are in `numbersById`. */
  readonly #newIds = new Map<string, number>();
  #byKey: WordingTable | null = null;

  constructor(index: ConceptIndex) {
    this.index = index;
    this.#concepts = [...index.concepts];
  }

  /** How many concepts there were and are. */
  get size(): number {
    return this.#concepts.length;
  }

  /** A concept that is there. */
  conceptAt(number: number): Concept {
    return this.#concepts[number] as Concept;
  }

  isGone(number: number): boolean {
    return this.#concepts[number] === null;
  }

  /** The papers and mentions of a concept, to be changed in place. */
  columnOf(number: number): ConceptColumn {
    let column = this.#touched.get(number);
    if (!column) {
      this.#columns ??= columnsOf(this.index);
      column = this.#columns.read(number);
      this.#touched.set(number, column);
    }
    return column;
  }

  /** Concepts whose papers or mentions were changed, those that are gone too. */
  get touched(): ReadonlyMap<number, ConceptColumn> {
    return this.#touched;
  }

  /** Rows in which a touched concept of the index was: all rows in which one can be now. */
  rowsBefore(): Set<number> {
    const rows = new Set<number>();
    for (const number of this.#touched.keys()) {
      if (number >= this.index.concepts.length) continue;
      for (const row of this.#columns?.rows(number) ?? []) rows.add(row);
    }
    return rows;
  }

  /** Numbers of all concepts that are there and that some correction was about. */
  corrected(): number[] {
    return [...new Set([...this.#marked, ...this.#touched.keys()])].filter((number) => !this.isGone(number)).sort((a, b) => a - b);
  }

  /** Gives a concept other names, or other broader and related ones. */
  change(number: number, changes: Partial<Pick<Concept, 'label' | 'aliases' | 'joins' | 'broader' | 'related'>>): void {
    const concept = { ...this.conceptAt(number), ...changes };
    this.#concepts[number] = concept;
    this.mark(number);
    this.#byKey?.add(concept, number);
  }

  /** Counts concepts as corrected that stay what they are. */
  mark(...numbers: number[]): void {
    for (const number of numbers) this.#marked.add(number);
  }

  /** Of concepts that were joined or are new, those of the index that they come from, ascending; every other one comes from itself. */
  get origins(): ReadonlyMap<number, readonly number[]> {
    return this.#origins;
  }

  /** Counts a concept as coming from where another one comes from, too. */
  addOrigins(number: number, other: number): void {
    this.#origins.set(number, [...new Set([...this.#originsOf(number), ...this.#originsOf(other)])].sort((a, b) => a - b));
  }

  /** Adds a concept that comes from where another one does. Its id gets a number where another has it. Gives its own number. */
  add(concept: Omit<Concept, 'papers'>, column: ConceptColumn, splitFrom: number): number {
    const number = this.#concepts.length;
    let { id } = concept;
    for (let next = 2; this.numberOfId(id) >= 0; next++) id = `${concept.id}-${next}`;
    this.#concepts.push({ ...concept, id, papers: 0 });
    this.#newIds.set(id, number);
    this.#touched.set(number, column);
    this.#origins.set(number, this.#originsOf(splitFrom));
    this.#byKey?.add(concept, number);
    return number;
  }

  /** Takes a concept out; `instead` are those that are told as broader and related in its place. */
  remove(number: number, instead: readonly number[]): void {
    this.columnOf(number);
    this.#concepts[number] = null;
    this.#instead.set(number, instead);
  }

  /** The concepts that are there for one that may be gone. */
  standsFor(number: number): readonly number[] {
    if (!this.isGone(number)) return [number];
    const reached = new Set([number]);
    for (const each of reached) for (const other of this.#instead.get(each) ?? []) reached.add(other);
    return [...reached].filter((other) => !this.isGone(other));
  }

  /** Number of the concept of an id that is there; else -1. */
  numberOfId(id: string): number {
    const number = this.#newIds.get(id) ?? numbersById(this.index).get(id) ?? -1;
    return number >= 0 && this.isGone(number) ? -1 : number;
  }

  /** Concepts whose label has a key. */
  numbersOfLabel(key: string): number[] {
    return this.#keys().labels(key).filter((number) => !this.isGone(number) && labelKey(this.conceptAt(number).label) === key);
  }

  /** Concepts that have an alias of a key. */
  numbersOfAlias(key: string): number[] {
    return this.#keys().aliases(key).filter((number) => !this.isGone(number) && this.conceptAt(number).aliases.some((alias) => labelKey(alias) === key));
  }

  #originsOf(number: number): readonly number[] {
    return this.#origins.get(number) ?? [number];
  }

  #keys(): WordingTable {
    if (!this.#byKey) {
      this.#byKey = new WordingTable();
      for (const [number, concept] of this.#concepts.entries()) if (concept) this.#byKey.add(concept, number);
    }
    return this.#byKey;
  }
}

const known = new WeakMap<ConceptIndex, Map<string, number>>();

/** Numbers of an index's concepts by id, found once: an index is corrected again and again. */
function numbersById(index: ConceptIndex): ReadonlyMap<string, number> {
  const numbers = known.get(index) ?? new Map(index.concepts.map(({ id }, number) => [id, number]));
  known.set(index, numbers);
  return numbers;
}

/** Concepts by the keys of labels and aliases that they have or have had. */
class WordingTable {
  readonly #labels = new Map<string, Set<number>>();
  readonly #aliases = new Map<string, Set<number>>();

  labels(key: string): number[] {
    return [...(this.#labels.get(key) ?? [])];
  }

  aliases(key: string): number[] {
    return [...(this.#aliases.get(key) ?? [])];
  }

  add({ label, aliases }: Pick<Concept, 'label' | 'aliases'>, number: number): void {
    put(this.#labels, labelKey(label), number);
    for (const alias of aliases) put(this.#aliases, labelKey(alias), number);
  }
}

function put(numbersOf: Map<string, Set<number>>, key: string, number: number): void {
  const numbers = numbersOf.get(key);
  if (numbers) numbers.add(number);
  else numbersOf.set(key, new Set([number]));
}
