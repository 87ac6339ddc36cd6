import { Modal } from '@mantine/core';
import { useState } from 'react';
import { closeDialog, useDialog, type DialogState } from '../state/dialog-store.ts';
import { CommandPalette } from './command-palette.tsx';
import { ExportCorrectionsDialog } from './export-corrections-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { KeepApartDialog } from './keep-apart-dialog.tsx';
import { ListDialog } from './list-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MovePapersDialog } from './move-papers-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { ReadDialog } from './read-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { ThesauriDialog } from './thesauri-dialog.tsx';
import { WordingsDialog } from './wordings.tsx';

/** Dialogs that have a heading; the list of commands stands by itself, and picking leaves the window in reach. */
type OpenDialog = Exclude<DialogState, { kind: 'none' | 'commands' | 'pick' }>;

const TITLES: Record<OpenDialog['kind'], string> = {
  paste: 'Paste text',
  export: 'Export the map',
  report: 'Import report',
  thesauri: 'Thesauri',
  shortcuts: 'Keyboard shortcuts',
  settings: 'Settings',
  merge: 'Merge concepts',
  'keep-apart': 'Keep apart',
  wordings: 'Split off a wording',
  'move-papers': 'Move to a topic',
  list: 'Put into a list',
  read: 'Side by side',
  'export-corrections': 'Export corrections',
};

/** Widths in CSS pixels, or as Mantine names them, of those that are not of the usual size. */
const SIZES: Partial<Record<OpenDialog['kind'], string | number>> = { export: 960, report: 'lg', thesauri: 'lg', shortcuts: 760, settings: 600, read: 'min(1040px, 94vw)' };

/** The dialog that is open, if any. While it fades out it still shows what it did. */
export function Dialogs() {
  const dialog = useDialog();
  const [shown, setShown] = useState<OpenDialog | null>(null);
  const isTitled = dialog.kind !== 'none' && dialog.kind !== 'commands' && dialog.kind !== 'pick';
  if (isTitled && dialog !== shown) setShown(dialog);
  return (
    <>
      <CommandPalette />
      <Modal.Root opened={isTitled} onClose={closeDialog} centered lockScroll={false} padding={20} size={(shown && SIZES[shown.kind]) ?? 'md'} transitionProps={{ transition: 'fade', duration: 120 }}>
        <Modal.Overlay backgroundOpacity={0.35} />
        <Modal.Content radius={10}>
          {/* Mantine's own head is a header, which screen readers take for the window's. */}
          <div className="dialog-head">
            <Modal.Title>{shown && titleOf(shown)}</Modal.Title>
            <Modal.CloseButton aria-label="Close" />
          </div>
          <Modal.Body>{shown && <DialogContent dialog={shown} />}</Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}

function titleOf(dialog: OpenDialog): string {
  return dialog.kind === 'merge' && dialog.of === 'topic' ? 'Merge topics' : TITLES[dialog.kind];
}

function DialogContent({ dialog }: { dialog: OpenDialog }) {
  switch (dialog.kind) {
    case 'paste': return <PasteDialog />;
    case 'export': return <ExportDialog initialFormat={dialog.format} />;
    case 'report': return <ReportDialog report={dialog.report} />;
    case 'thesauri': return <ThesauriDialog />;
    case 'shortcuts': return <ShortcutsDialog />;
    case 'settings': return <SettingsDialog />;
    case 'merge': return <MergeDialog key={dialog.ids.join(' ')} of={dialog.of} ids={dialog.ids} />;
    case 'keep-apart': return <KeepApartDialog concept={dialog.concept} />;
    case 'wordings': return <WordingsDialog concept={dialog.concept} />;
    case 'move-papers': return <MovePapersDialog papers={dialog.papers} />;
    case 'export-corrections': return <ExportCorrectionsDialog />;
    case 'list': return <ListDialog papers={dialog.papers} />;
    case 'read': return <ReadDialog papers={dialog.papers} />;
  }
}
