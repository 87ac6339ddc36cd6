import { Menu } from '@mantine/core';
import { Download } from 'lucide-react';
import { exportPapers, PAPER_FORMATS } from '../state/paper-export.ts';
import { counted } from '../state/words.ts';

/** Saves the papers of a table as a list that other programs read: all of them, or those that are selected. */
export function ExportPapersMenu({ shown, selected }: { shown: readonly string[]; selected: readonly string[] }) {
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button type="button" className="drawer-tool" aria-label="Export these…" title="Export these…" disabled={shown.length === 0}>
          <Download size={14} aria-hidden /> <span className="drawer-tool-words">Export these…</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {selected.length > 1 && <Formats papers={selected} title={`${counted(selected.length, 'selected paper')} as`} />}
        {selected.length > 1 && <Menu.Divider />}
        <Formats papers={shown} title={`${counted(shown.length, 'paper')} shown as`} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Formats({ papers, title }: { papers: readonly string[]; title: string }) {
  return (
    <>
      <Menu.Label>{title}</Menu.Label>
      {PAPER_FORMATS.map(({ format, label }) => <Menu.Item key={format} onClick={() => void exportPapers(papers, format, 'papers')}>{label}</Menu.Item>)}
    </>
  );
}
