/** Work that several threads share: the same function over many parts. */
export interface Task<Common, Part, Result> {
  /** Its key in TASKS, under which other threads find it. */
  readonly name: string;
  /**
   * What does one part, made ready once in each thread that takes part. All arguments and results go through structured cloning: typed arrays over
   * a SharedArrayBuffer cost nothing, other ones are copied. The result of a part must depend on `common` and the part alone, not on parts done before it.
   */
  readonly prepare: (common: Common) => (part: Part) => Result;
}

/** A task of any kind, as it is looked up by name. */
// oxlint-disable-next-line typescript/no-explicit-any -- arguments and results are known to the caller only, who names the task
export type AnyTask = Task<any, any, unknown>;

/** Where a thread finds tasks: loaders by name, so that only what is asked for is loaded. */
export type TaskRegistry = Readonly<Record<string, () => Promise<AnyTask>>>;

/** A range of rows, the end exclusive. */
export type RowRange = readonly [from: number, to: number];

/** Rows cut into ranges of a fixed size, so that they do not depend on the number of threads; a single one where there are no more than `few`. */
export function rowRanges(rows: number, size: number, few = size): RowRange[] {
  if (rows <= few) return [[0, rows]];
  return Array.from({ length: Math.ceil(rows / size) }, (_, part) => [part * size, Math.min(rows, (part + 1) * size)]);
}

export { shareNumbers } from './shared-arrays.ts';
