import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { numberColumn, textColumn } from '../library/columns.ts';
import { fold } from './fold-words.ts';
import type { QueryPart } from './parse-query.ts';
import { SHORT_BEGINNING, type FoundRow, type TextColumn, type TextTable } from './text-table.ts';

/** Rows in an FTS5 table that keeps no texts, ranked by BM25 with the columns' weights (Robertson and Zaragoza 2009). */
export class FullTextTable implements TextTable {
  readonly #database = new DatabaseSync(':memory:');
  readonly #columns: readonly TextColumn[];
  readonly #put: StatementSync;
  readonly #find: StatementSync;
  readonly #within: StatementSync;

  constructor(columns: readonly TextColumn[]) {
    const names = columns.map(({ name }) => name).join(', ');
    this.#columns = columns;
    this.#database.exec(`
      CREATE VIRTUAL TABLE texts USING fts5(${names}, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3');
      CREATE VIRTUAL TABLE vocabulary USING fts5vocab(texts, 'row');
    `);
    this.#put = this.#database.prepare(`INSERT OR REPLACE INTO texts (rowid, ${names}) VALUES (?${', ?'.repeat(columns.length)})`);
    this.#find = this.#database.prepare(`SELECT rowid AS "row", bm25(texts, ${columns.map(({ weight }) => weight).join(', ')}) AS score FROM texts WHERE texts MATCH ?`);
    this.#within = this.#database.prepare('SELECT rowid AS "row" FROM texts WHERE texts MATCH ?');
  }

  /** Rows that are put one after the other are one transaction: each by itself would be an index of its own to merge. */
  put(row: number, texts: readonly string[]): void {
    if (!this.#database.isTransaction) this.#database.exec('BEGIN');
    this.#put.run(row, ...texts.map(fold));
  }

  find(parts: readonly QueryPart[]): FoundRow[] {
    this.#commit();
    const rows = this.#find.all(this.#expression(parts, [...this.#columns.keys()]));
    return rows.map((row) => ({ row: numberColumn(row, 'row'), score: numberColumn(row, 'score') }));
  }

  rowsWithin(columns: readonly number[], parts: readonly QueryPart[]): number[] {
    this.#commit();
    return this.#within.all(this.#expression(parts, columns)).map((row) => numberColumn(row, 'row'));
  }

  *words(): Generator<{ word: string; rows: number }> {
    this.#commit();
    for (const row of this.#database.prepare('SELECT term, doc FROM vocabulary').iterate()) yield { word: textColumn(row, 'term'), rows: numberColumn(row, 'doc') };
  }

  close(): void {
    this.#database.close();
  }

  #commit(): void {
    if (this.#database.isTransaction) this.#database.exec('COMMIT');
  }

  /** The query in FTS5's own language; words hold letters and digits only, so nothing in them needs escaping. */
  #expression(parts: readonly QueryPart[], columns: readonly number[]): string {
    const within = (places: readonly number[], phrase: string) => `({${places.map((place) => this.#columns[place]?.name ?? '').join(' ')}} : ${phrase})`;
    const conditions = parts.map(({ wordings, open }) => {
      const phrases = wordings.map((words) => {
        const phrase = `"${words.join(' ')}"`;
        if (!open) return within(columns, phrase);
        const isShort = words.length === 1 && (words[0]?.length ?? 0) < SHORT_BEGINNING;
        const beginnings = isShort ? columns.filter((place) => this.#columns[place]?.shortBeginnings) : columns;
        const begun = beginnings.length > 0 ? [within(beginnings, `${phrase} *`)] : [];
        return [...begun, ...(isShort ? [within(columns, phrase)] : [])].join(' OR ');
      });
      return `(${phrases.join(' OR ')})`;
    });
    return conditions.join(' AND ');
  }
}
