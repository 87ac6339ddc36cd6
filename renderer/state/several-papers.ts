import type { Selection } from '../../shared/settings.ts';
import { compareText } from '../../shared/text.ts';

/** The selection of these papers: none, one, or several sorted by id. */
export function selectionOfPapers(ids: Iterable<string>): Selection | null {
  const sorted = [...new Set(ids)].sort(compareText);
  const [first] = sorted;
  if (first === undefined) return null;
  return sorted.length === 1 ? { kind: 'paper', id: first } : { kind: 'papers', ids: sorted };
}

/** Ids of the papers that a selection names itself. */
export function papersOfSelection(selection: Selection | null): readonly string[] {
  if (selection?.kind === 'paper') return [selection.id];
  if (selection?.kind === 'papers') return selection.ids;
  return selection?.kind === 'link' ? [selection.source, selection.target] : [];
}
