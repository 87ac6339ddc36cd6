import { wordsIn } from './fold-words.ts';
import type { QueryPart } from './parse-query.ts';
import { SHORT_BEGINNING, type FoundRow, type TextColumn, type TextTable } from './text-table.ts';

/** Rows of text that are looked through one by one: for an SQLite without full-text search. */
export class ScanTable implements TextTable {
  readonly #columns: readonly TextColumn[];
  /** By row and column, words between spaces. */
  readonly #rows = new Map<number, string[]>();

  constructor(columns: readonly TextColumn[]) {
    this.#columns = columns;
  }

  put(row: number, texts: readonly string[]): void {
    this.#rows.set(row, texts.map((text) => ` ${wordsIn(text).map(({ folded }) => folded).join(' ')} `));
  }

  find(parts: readonly QueryPart[]): FoundRow[] {
    return this.#found(parts, [...this.#columns.keys()]);
  }

  rowsWithin(columns: readonly number[], parts: readonly QueryPart[]): number[] {
    return this.#found(parts, columns).map(({ row }) => row);
  }

  #found(parts: readonly QueryPart[], columns: readonly number[]): FoundRow[] {
    const found: FoundRow[] = [];
    for (const [row, texts] of this.#rows) {
      const weights = parts.map((part) => this.#weightOf(part, texts, columns));
      if (weights.every((weight) => weight > 0)) found.push({ row, score: -weights.reduce((sum, weight) => sum + weight, 0) });
    }
    return found;
  }

  *words(): Generator<{ word: string; rows: number }> {
    const rowsOf = new Map<string, number>();
    for (const texts of this.#rows.values()) for (const word of new Set(texts.join('').split(' '))) rowsOf.set(word, (rowsOf.get(word) ?? 0) + 1);
    for (const [word, rows] of rowsOf) if (word !== '') yield { word, rows };
  }

  close(): void {
    this.#rows.clear();
  }

  /** The weights of the columns that meet a part, together; 0 where none does. */
  #weightOf({ wordings, open }: QueryPart, texts: readonly string[], columns: readonly number[]): number {
    let sum = 0;
    for (const place of columns) {
      const { weight = 0, shortBeginnings = false } = this.#columns[place] ?? {};
      const isMet = wordings.some((words) => {
        const isShort = words.length === 1 && (words[0]?.length ?? 0) < SHORT_BEGINNING;
        return texts[place]?.includes(` ${words.join(' ')}${open && (shortBeginnings || !isShort) ? '' : ' '}`);
      });
      if (isMet) sum += weight;
    }
    return sum;
  }
}
