import { create } from 'zustand';
import type { ExportFormat } from '../../shared/export-options.ts';
import type { ImportReport } from '../../shared/paper.ts';
import type { PathEnd } from '../../shared/settings.ts';
import type { PickPurpose } from './pick.ts';

/** The dialog that is open, if any. */
export type DialogState =
  | { kind: 'none' }
  | { kind: 'paste' }
  | { kind: 'export'; format: ExportFormat }
  | { kind: 'report'; report: ImportReport }
  | { kind: 'thesauri' }
  | { kind: 'shortcuts' }
  | { kind: 'settings' }
  /** All commands, to find one. */
  | { kind: 'commands' }
  /** Concepts or topics to make one; the user adds to these. */
  | { kind: 'merge'; of: 'concept' | 'topic'; ids: readonly string[] }
  | { kind: 'keep-apart'; concept: string }
  | { kind: 'wordings'; concept: string }
  | { kind: 'move-papers'; papers: readonly string[] }
  | { kind: 'export-corrections' }
  /** Lists to put papers into. */
  | { kind: 'list'; papers: readonly string[] }
  /** Finding the other paper or topic of a comparison or a path. */
  | { kind: 'pick'; purpose: PickPurpose; from: PathEnd }
  /** Two abstracts side by side. */
  | { kind: 'read'; papers: readonly [string, string] };

export const useDialog = create<DialogState>()(() => ({ kind: 'none' }));

/** Opens a dialog in place of any other. */
export function openDialog(dialog: Exclude<DialogState, { kind: 'none' }>): void {
  useDialog.setState(dialog, true);
}

/** Closes the dialog that is open. */
export function closeDialog(): void {
  useDialog.setState({ kind: 'none' }, true);
}
