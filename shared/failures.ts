/**
 * Every way a call can fail, with its sentence: what happened and what to do.
 * `{name}` is filled from the failure's details.
 */
export const FAILURES = {
  'call.unknown': 'This version of Concept Atlas does not know the command “{command}”. Reload the window; if it happens again, reinstall the app.',
  'call.arguments': 'The command “{command}” was called with something it cannot use: {problem}.',
  'call.cancelled': 'Cancelled. Nothing was changed.',
  'call.busy': 'Another long task is still running. Wait for it to end, or cancel it first.',
  'call.refused': 'This request did not come from the Concept Atlas window, so it was refused.',
  'host.noDialogs': 'This window has no file dialogs of its own; the browser’s are used instead.',
  'host.connection': 'The connection to Concept Atlas was lost. Start it again; everything acknowledged so far is kept.',
  'host.inUse': 'Concept Atlas is running already on the same data (process {process}). Go on there, or close it and start again; --data-folder FOLDER starts on other data.',
  'host.write': 'The file “{file}” could not be written: {problem}. Choose another place and try again.',
  'import.unreadable': 'Nothing readable was found in “{file}”. Expected one of: a BibTeX or RIS export, a CSV or TSV table with a title column, JSON Lines, or text with titles followed by abstracts.',
  'import.binary': '“{file}” is a binary file ({kind}). Export it as CSV, RIS or BibTeX and import that.',
  'import.missing': 'The file “{file}” could not be read: {problem}. Check that it still exists and that you may read it.',
  'import.format': '“{file}” could not be read as {format}: {problem}. Mend it, or export it again from where it came, and import that.',
  'import.noPapers': 'No papers were found. Every record was skipped; the report says why.',
  'thesaurus.unreadable': 'No term was found in “{file}”. Looked for: SKOS in Turtle, RDF/XML or JSON-LD; a VOSviewer thesaurus (columns “label” and “replace by”); a table with a column “label”, “term” or “concept”; or two columns, term and preferred term.',
  'thesaurus.faults': 'Nothing in “{file}” could be read as a thesaurus ({format}). The first of {count} faults is in line {line}: {reason}. Mend it and try again.',
  'thesaurus.context': '“{file}” takes the meaning of its names from {address}, and nothing is ever fetched from the web. Put that context into the file, or leave it out where the names are those of SKOS.',
  'thesaurus.nothing': 'There are no corrections of concepts to export yet. Merge, rename, split or hide some first.',
  'thesaurus.unknown': 'This library has no such thesaurus any more. Choose one of those listed.',
  'library.open': '“{file}” could not be opened as a Concept Atlas library: {problem}. Choose another file, or a copy of this one.',
  'library.newer': '“{file}” was made by a newer Concept Atlas (library version {version}). Update the app to open it; the file was not changed.',
  'library.foreign': '“{file}” is an SQLite file of another program. Choose a file that ends in .atlas; the file was not changed.',
  'library.write': 'The library could not be saved: {problem}. Free some space or choose another place with Save as.',
  'map.noPaper': 'There is no paper “{paper}” on this map. Check the title or id.',
  'map.noConcept': 'There is no concept “{concept}” on this map. It may be spelt differently, or be a wording of another: search for it.',
  'map.noWording': '“{concept}” has no other wording “{wording}” any more. Choose one of those shown.',
  'map.noTopic': 'There is no topic “{topic}” on this map any more. Choose one of those shown.',
  'map.noLink': 'These two papers share no concept, so nothing links them. A path may lead from one to the other through papers between.',
  'map.noPath': 'No chain of links joins these two papers. More links for each paper (Settings) may join them.',
  'map.sameTopic': 'Choose two different topics to compare.',
  'map.empty': 'There is no map yet. Import papers or open the sample first.',
  'edit.noList': 'There is no such list any more. Choose one of those shown.',
  'edit.listExists': 'The list “{list}” is there already.',
  'edit.nameTaken': 'There is a concept “{label}” already. Merge the two if they are one, or choose another name.',
  'edit.nothingToUndo': 'There is nothing to undo.',
  'edit.nothingToRedo': 'There is nothing to redo.',
  'export.format': 'Cannot write “{format}”. Choose one of: {formats}.',
  internal: 'Something went wrong inside Concept Atlas: {problem}. Nothing was lost; try again, and report it if it happens twice.',
} as const;

export type FailureCode = keyof typeof FAILURES;

export interface Failure {
  code: FailureCode;
  message: string;
  details: Record<string, string | number>;
}

/** The error that carries a failure inside a room; at the wall it becomes a reply. */
export class AtlasError extends Error {
  readonly failure: Failure;
  constructor(code: FailureCode, details: Record<string, string | number> = {}, options?: ErrorOptions) {
    const failure = makeFailure(code, details);
    super(failure.message, options);
    this.name = 'AtlasError';
    this.failure = failure;
  }
}

/** The failure of a code, its sentence filled with the details. */
export function makeFailure(code: FailureCode, details: Record<string, string | number> = {}): Failure {
  const message = FAILURES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
  return { code, message, details };
}

/** The failure that any thrown thing stands for; an unknown one becomes `internal`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AtlasError) return error.failure;
  return makeFailure('internal', { problem: error instanceof Error ? error.message : String(error) });
}

export type Reply<T> = { ok: true; value: T } | { ok: false; failure: Failure };
