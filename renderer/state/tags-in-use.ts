import type { Annotation } from '../../shared/library-state.ts';
import { compareText } from '../../shared/text.ts';

/** All tags of papers, in the order of the alphabet. */
export function tagsInUse(annotations: readonly Annotation[]): string[] {
  const onPapers = annotations.filter(({ target }) => target.kind === 'paper');
  return [...new Set(onPapers.flatMap(({ tags }) => tags))].sort(compareText);
}
