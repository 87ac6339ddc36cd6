import type { PathEnd, Selection } from '../../../shared/settings.ts';
import { copyTitles } from '../copy-titles.ts';
import { openDialog } from '../dialog-store.ts';
import { goTo } from '../navigation.ts';
import type { PickPurpose } from '../pick.ts';
import { command, hasMap, selectionCommand } from './command.ts';
import { focusTrail } from '../trail-focus.ts';

/** Commands that lead from what is selected to how it is related to others. */
export const FOLLOW_COMMANDS = {
  'why.related': selectionCommand(['papers'], 'Why related', ['w'], (selection) => {
    const pair = pairOf(selection);
    if (pair) goTo({ kind: 'link', source: pair[0], target: pair[1] });
  }, isPair),
  'compare.pick': selectionCommand(['paper', 'topic'], 'Compare with…', ['c'], (selection) => pick('compare', selection)),
  'path.pick': selectionCommand(['paper', 'topic'], 'Path to…', ['p'], (selection) => pick('path', selection)),
  'path.between': selectionCommand(['papers', 'link', 'compare'], 'Path between them', [], (selection) => {
    const ends = endsOf(selection);
    if (ends) goTo({ kind: 'path', from: ends[0], to: ends[1], choice: 0 });
  }, (selection) => endsOf(selection) !== null),
  'pair.read': selectionCommand(['papers', 'link'], 'Read them side by side', [], (selection) => {
    const pair = pairOf(selection);
    if (pair) openDialog({ kind: 'read', papers: pair });
  }, isPair),
  'papers.copyTitles': selectionCommand(['papers'], 'Copy titles', [], (selection) => (selection.kind === 'papers' ? copyTitles(selection.ids) : undefined)),
  'trail.open': command('Go', 'Show the trail', ['h'], hasMap, focusTrail, 'All that was looked at, to go back to any of it'),
};

function pick(purpose: PickPurpose, selection: Selection): void {
  if (selection.kind === 'paper' || selection.kind === 'topic') openDialog({ kind: 'pick', purpose, from: { kind: selection.kind, id: selection.id } });
}

function isPair(selection: Selection): boolean {
  return pairOf(selection) !== null;
}

/** The two papers that a selection is of; null where it is of more or of other things. */
function pairOf(selection: Selection): [string, string] | null {
  if (selection.kind === 'link') return [selection.source, selection.target];
  if (selection.kind !== 'papers' || selection.ids.length !== 2) return null;
  const [first, second] = selection.ids;
  return first !== undefined && second !== undefined ? [first, second] : null;
}

function endsOf(selection: Selection): [PathEnd, PathEnd] | null {
  if (selection.kind === 'compare') return [{ kind: 'topic', id: selection.topics[0] }, { kind: 'topic', id: selection.topics[1] }];
  const pair = pairOf(selection);
  return pair && [{ kind: 'paper', id: pair[0] }, { kind: 'paper', id: pair[1] }];
}
