import type { ImportReport } from '../../shared/paper.ts';
import { counted } from './words.ts';

/** What an import brought, in one line: "56 papers from seed.txt · 2 skipped · 1 duplicate". */
export function summariseImport(report: ImportReport): string {
  const sum = (of: (file: ImportReport['files'][number]) => number) => report.files.reduce((total, file) => total + of(file), 0);
  const skipped = sum((file) => file.skipped.length);
  const duplicates = sum((file) => file.duplicates);
  const [first] = report.files;
  const from = report.files.length === 1 && first ? first.file : counted(report.files.length, 'file');
  return [
    `${counted(sum((file) => file.papers), 'paper')} from ${from}`,
    ...(skipped > 0 ? [`${skipped.toLocaleString('en')} skipped`] : []),
    ...(duplicates > 0 ? [counted(duplicates, 'duplicate')] : []),
  ].join(' · ');
}
