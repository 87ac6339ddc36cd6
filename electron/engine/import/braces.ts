/** Stand-ins for escaped braces while the braces of the markup are taken away. */
const OPEN_BRACE = '\ue000';
const CLOSED_BRACE = '\ue001';

/** Text whose escaped braces, \{ and \}, are put out of the way of what looks at braces. */
export function guarded(text: string): string {
  return text.replaceAll('\\{', OPEN_BRACE).replaceAll('\\}', CLOSED_BRACE);
}

/** Guarded braces as plain ones. */
export function unguarded(text: string): string {
  return text.replaceAll(OPEN_BRACE, '{').replaceAll(CLOSED_BRACE, '}');
}
