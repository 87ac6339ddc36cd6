import { Modal } from '@mantine/core';
import { useState } from 'react';
import { closeDialog, useDialog, type DialogState } from '../state/dialog-store.ts';
import { ExportDialog } from './export-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { ThesauriDialog } from './thesauri-dialog.tsx';

type OpenDialog = Exclude<DialogState, { kind: 'none' }>;

const TITLES: Record<OpenDialog['kind'], string> = {
  paste: 'Paste text',
  export: 'Export the map',
  report: 'Import report',
  thesauri: 'Thesauri',
  shortcuts: 'Keyboard shortcuts',
};

/** The dialog that is open, if any. While it fades out it still shows what it did. */
export function Dialogs() {
  const dialog = useDialog();
  const [shown, setShown] = useState<OpenDialog | null>(null);
  if (dialog.kind !== 'none' && dialog !== shown) setShown(dialog);
  return (
    <Modal
      opened={dialog.kind !== 'none'}
      onClose={closeDialog}
      title={shown && TITLES[shown.kind]}
      size={shown?.kind === 'report' || shown?.kind === 'thesauri' ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {shown && <DialogContent dialog={shown} />}
    </Modal>
  );
}

function DialogContent({ dialog }: { dialog: OpenDialog }) {
  if (dialog.kind === 'paste') return <PasteDialog />;
  if (dialog.kind === 'export') return <ExportDialog initialFormat={dialog.format} />;
  if (dialog.kind === 'thesauri') return <ThesauriDialog />;
  return dialog.kind === 'report' ? <ReportDialog report={dialog.report} /> : <ShortcutsDialog />;
}
