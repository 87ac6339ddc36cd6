/** Primary result codes of SQLite that a user can do something about, https://sqlite.org/rescode.html */
const PROBLEMS: Record<number, string> = {
  5: 'another program is using it',
  8: 'it cannot be written to',
  10: 'the disk could not be read or written',
  11: 'the file is damaged',
  13: 'the disk is full',
  14: 'its folder cannot be written to, or is not there',
  26: 'it is not a library file, or it is damaged',
};

/** What went wrong in SQLite, in words that fit into a sentence. */
export function sqliteProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('errcode' in error) || typeof error.errcode !== 'number') return error.message;
  return PROBLEMS[error.errcode & 0xff] ?? error.message;
}
