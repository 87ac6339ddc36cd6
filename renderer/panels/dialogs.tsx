import { Modal } from '@mantine/core';
import { closeDialog, useDialog, type DialogState } from '../state/dialog-store.ts';
import { ExportDialog } from './export-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

const TITLES: Record<Exclude<DialogState['kind'], 'none'>, string> = {
  paste: 'Paste text',
  export: 'Export the map',
  report: 'Import report',
  shortcuts: 'Keyboard shortcuts',
};

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useDialog();
  if (dialog.kind === 'none') return null;
  return (
    <Modal opened onClose={closeDialog} title={TITLES[dialog.kind]} size={dialog.kind === 'report' ? 'lg' : 'md'} closeButtonProps={{ 'aria-label': 'Close' }}>
      <DialogContent dialog={dialog} />
    </Modal>
  );
}

function DialogContent({ dialog }: { dialog: Exclude<DialogState, { kind: 'none' }> }) {
  if (dialog.kind === 'paste') return <PasteDialog />;
  if (dialog.kind === 'export') return <ExportDialog initialFormat={dialog.format} />;
  return dialog.kind === 'report' ? <ReportDialog report={dialog.report} /> : <ShortcutsDialog />;
}
