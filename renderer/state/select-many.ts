import type { SelectionMode } from '../map/graph-view-types.ts';
import type { Selection } from '../../shared/settings.ts';
import { compareText } from '../../shared/text.ts';
import { openMap } from './library-store.ts';
import { shownMatches } from './use-matches.ts';
import { selected, setSelection, useView } from './view-store.ts';

/** The selection after papers took the place of those selected, joined or left them: several, one, or null for none. */
export function selectionAfter(before: Selection | null, papers: readonly string[], mode: SelectionMode): Selection | null {
  const chosen = new Set(mode === 'replace' ? [] : selectedPapers(before));
  for (const paper of papers) {
    if (mode === 'remove') chosen.delete(paper);
    else chosen.add(paper);
  }
  const ids = [...chosen].sort(compareText);
  const [only] = ids;
  if (only === undefined) return null;
  return ids.length === 1 ? { kind: 'paper', id: only } : { kind: 'papers', ids };
}

/** Ids of the papers that are selected one by one: one, several or none. */
export function selectedPapers(selection: Selection | null): readonly string[] {
  if (selection?.kind === 'paper') return [selection.id];
  return selection?.kind === 'papers' ? selection.ids : [];
}

/** Selects papers, or adds or removes some. Removing none of those selected keeps what is selected. */
export function selectMany(papers: readonly string[], mode: SelectionMode): void {
  const before = selected();
  if (mode === 'remove' && selectedPapers(before).length === 0) return;
  setSelection(selectionAfter(before, papers, mode));
}

/** Selects all papers that are shown: of the topic that is selected, else all that are found, else all. */
export function selectAllShown(): void {
  const map = openMap();
  if (!map) return;
  const { hiddenTopics } = useView.getState();
  const selection = selected();
  const topic = selection?.kind === 'topic' ? selection.id : null;
  const found = shownMatches(map);
  const shown = map.papers.filter((paper) => {
    if (topic !== null) return paper.topic === topic || paper.subtopic === topic;
    return !hiddenTopics.includes(paper.topic ?? '') && (found === null || found.has(paper.id));
  });
  selectMany(shown.map(({ id }) => id), 'replace');
}
