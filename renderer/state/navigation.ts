import type { Selection } from '../../shared/settings.ts';
import { compareText } from '../../shared/text.ts';
import { graphViewHandle } from './graph-view-handle.ts';
import { closeDialog, useDialog } from './dialog-store.ts';
import { endTool } from './map-tool-store.ts';
import { answersPick, pickedSelection } from './pick.ts';
import { endSearch } from './search-store.ts';
import { jumpHistory, selected, setSelection, stepHistory } from './view-store.ts';
import { setPanel, usePanels } from './panel-store.ts';

/** Selects what the user clicked on the map, which is in sight already. Where the app waits for a paper or topic, what is clicked answers that, or does nothing. */
export function selectOnMap(selection: Selection | null): void {
  const isAsked = useDialog.getState().kind === 'pick';
  const picked = selection && takePick(selection);
  if (isAsked && !picked) return;
  setSelection(picked ?? selection);
  if (selection) revealDetails();
}

/** Selects something named elsewhere and takes the map to it. Where the app waits for a paper or topic, it answers that. */
export function goTo(wanted: Selection): void {
  const selection = takePick(wanted) ?? wanted;
  endPick();
  setSelection(selection);
  revealDetails();
  graphViewHandle.current?.travelTo(selection);
}

/** Where a question for another paper or topic waits and this answers it, ends the question and gives what to select; else null. */
function takePick(selection: Selection): Selection | null {
  const dialog = useDialog.getState();
  if (dialog.kind !== 'pick' || !answersPick(dialog.purpose, dialog.from, selection)) return null;
  endPick();
  return pickedSelection(dialog.purpose, dialog.from, selection);
}

function endPick(): void {
  if (useDialog.getState().kind === 'pick') closeDialog();
}

/** As goTo, for papers: one, several, or none, which changes nothing. */
export function goToPapers(papers: readonly string[]): void {
  const ids = [...new Set(papers)].sort(compareText);
  const [first] = ids;
  if (first !== undefined) goTo(ids.length === 1 ? { kind: 'paper', id: first } : { kind: 'papers', ids });
}

/** Goes one selection back (-1) or forward (1), the map with it. */
export function stepThroughHistory(by: -1 | 1): void {
  stepHistory(by);
  travelToSelected();
}

/** Goes to an entry of the history, the map with it. */
export function jumpThroughHistory(index: number): void {
  jumpHistory(index);
  travelToSelected();
}

/** Puts away box or lasso; without one of them in use lets go of the selection, of the search where nothing is selected. */
export function clearSelection(): void {
  if (endTool()) return;
  if (selected()) setSelection(null);
  else endSearch();
}

function travelToSelected(): void {
  const selection = selected();
  if (selection) graphViewHandle.current?.travelTo(selection);
}

/** In a narrow window Details is closed until there is something to show; in a wide one it is the user's to open and close. */
function revealDetails(): void {
  if (usePanels.getState().layout === 'narrow') setPanel('details', 'open');
}
