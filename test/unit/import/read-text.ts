import { readPapers, type ReadOptions } from '../../../electron/engine/import/read-papers.ts';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import type { FileReport, Paper } from '../../../shared/paper.ts';

/** Reads papers from one text as if it were a file, with the report on it. */
export async function readText(text: string | Uint8Array, name = 'file', options: Partial<ReadOptions> = {}): Promise<{ papers: Paper[]; file: FileReport }> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const { papers, report } = await readPapers([{ name, bytes }], options, UNWATCHED);
  const [file] = report.files;
  if (!file) throw new Error('no report');
  return { papers, file };
}

/** The titles of papers, sorted. */
export function titles(papers: readonly Paper[]): string[] {
  return papers.map((paper) => paper.title).sort();
}
