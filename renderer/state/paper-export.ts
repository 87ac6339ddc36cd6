import { call } from '../api/call.ts';
import type { PaperExportFormat } from '../../shared/export-options.ts';
import { saveBytes } from './downloads.ts';
import { sayDone, sayFailed } from './message-store.ts';
import { asTask } from './task-store.ts';
import { counted } from './words.ts';

/** Formats of lists of papers as the user knows them. */
export const PAPER_FORMATS: readonly { format: PaperExportFormat; label: string }[] = [
  { format: 'bib', label: 'BibTeX' },
  { format: 'ris', label: 'RIS' },
  { format: 'csv', label: 'CSV table' },
];

const LONGEST_NAME = 80;

/** Makes a file of papers and gives it to the user. */
export async function exportPapers(papers: readonly string[], format: PaperExportFormat, name: string): Promise<void> {
  const reply = await asTask('Making the file', () => call('export.papers', { papers: [...papers], format, name: fileName(name) }));
  if (!reply.ok) return sayFailed(reply.failure);
  if (await saveBytes(reply.value)) sayDone(`Saved ${counted(papers.length, 'paper')} as ${reply.value.name}.`);
}

/** A name that every file system takes. */
export function fileName(name: string): string {
  const plain = name.replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '');
  return plain.slice(0, LONGEST_NAME).trim() || 'papers';
}
