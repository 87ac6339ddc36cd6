/** Stand-ins for escaped braces and backslashes while the braces and commands of the markup are taken away. */
const OPEN_BRACE = '\ue000';
const CLOSED_BRACE = '\ue001';
const BACKSLASH = '\ue002';

/** Text whose escaped braces, \{ and \}, and backslashes, \textbackslash{}, are put out of the way of what looks at markup. A backslash right before letters stays: it makes a command of them. */
export function guarded(text: string): string {
  return text.replaceAll('\\{', OPEN_BRACE).replaceAll('\\}', CLOSED_BRACE).replace(/\\textbackslash\{\}(?![A-Za-z]{2})/g, BACKSLASH);
}

/** Guarded characters as plain ones. */
export function unguarded(text: string): string {
  return text.replaceAll(OPEN_BRACE, '{').replaceAll(CLOSED_BRACE, '}').replaceAll(BACKSLASH, '\\');
}
