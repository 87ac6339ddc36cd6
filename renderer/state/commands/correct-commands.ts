import { selectedIds } from '../../../shared/selected-ids.ts';
import type { Selection } from '../../../shared/settings.ts';
import { toggleStar } from '../annotate-actions.ts';
import type { AnnotationTarget } from '../annotations.ts';
import { useChosenConcepts } from '../chosen-concepts.ts';
import { hideConcepts, movePapers } from '../correct-actions.ts';
import { openDialog } from '../dialog-store.ts';
import { openMap } from '../library-store.ts';
import { papersOfSelection } from '../list-words.ts';
import { mapIndex } from '../map-index.ts';
import { setPanel } from '../panel-store.ts';
import { beginRenaming } from '../renaming-store.ts';
import { goToSideTab } from '../side-tab-store.ts';
import { useView } from '../view-store.ts';
import { command, hasMap, selectionCommand } from './command.ts';

const CONCEPT = ['concept'] as const;
const PAPERS = ['paper', 'papers'] as const;

/** Commands that correct what was found: concepts, topics, and which papers are in them. */
export const CORRECT_COMMANDS = {
  'review.open': command('View', 'Review concepts', ['Shift+R'], hasMap, () => goToSideTab('review')),
  'selection.star': selectionCommand(['paper', 'papers', 'topic', 'concept'], 'Star', ['s'], (selection) => toggleStar(targetsOf(selection))),
  'selection.rename': selectionCommand(['topic', 'concept'], 'Rename', ['F2'], rename),
  'selection.merge': selectionCommand(['topic', 'concept'], 'Merge with…', ['m'], (selection) => openDialog({ kind: 'merge', of: selection.kind === 'topic' ? 'topic' : 'concept', ids: oneOrChosen(selection) }), canMerge),
  'concept.wordings': selectionCommand(CONCEPT, 'Split off a wording…', [], (selection) => openDialog({ kind: 'wordings', concept: firstId(selection) }), hasWordings),
  'concept.keepApart': selectionCommand(CONCEPT, 'Keep apart from…', [], (selection) => openDialog({ kind: 'keep-apart', concept: firstId(selection) })),
  'concept.hide': selectionCommand(CONCEPT, 'Hide', [], async (selection) => void (await hideConcepts(oneOrChosen(selection)))),
  'papers.move': selectionCommand(PAPERS, 'Move to topic…', ['Shift+M'], (selection) => openDialog({ kind: 'move-papers', papers: selectedIds(selection) })),
  'papers.takeOut': selectionCommand(PAPERS, 'Take out of the topic', [], async (selection) => void (await movePapers(selectedIds(selection), null)), isInTopic),
};

/** What a star on a selection is put on. */
function targetsOf(selection: Selection): AnnotationTarget[] {
  const kind = selection.kind === 'topic' || selection.kind === 'concept' ? selection.kind : 'paper';
  return selectedIds(selection).map((id) => ({ kind, id }));
}

/** A concept among several that are chosen in the open table stands for all of them. */
function oneOrChosen(selection: Selection): string[] {
  const ids = selectedIds(selection);
  const { ids: chosen } = useChosenConcepts.getState();
  const isAmong = selection.kind === 'concept' && useView.getState().drawer === 'concepts' && chosen.length > 1 && chosen.includes(selection.id);
  return isAmong ? [...chosen] : [...ids];
}

function firstId(selection: Selection): string {
  return selectedIds(selection)[0] ?? '';
}

function rename(selection: Selection): void {
  if (selection.kind !== 'topic' && selection.kind !== 'concept') return;
  setPanel('details', 'open');
  beginRenaming({ kind: selection.kind, id: selection.id });
}

function hasWordings(selection: Selection): boolean {
  const map = openMap();
  return map !== null && (mapIndex(map).concepts.get(firstId(selection))?.aliases.length ?? 0) > 0;
}

/** Sub-topics are parts of their topic, which is what can be merged. */
function canMerge(selection: Selection): boolean {
  const map = openMap();
  return map !== null && (selection.kind !== 'topic' || mapIndex(map).topics.get(selection.id)?.parent === undefined);
}

function isInTopic(selection: Selection): boolean {
  const map = openMap();
  return map !== null && papersOfSelection(map, selection).some((id) => (mapIndex(map).papers.get(id)?.topic ?? null) !== null);
}
