import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readPapers } from '../../electron/engine/import/read-papers.ts';
import { UNWATCHED } from '../../electron/engine/model.ts';
import type { Paper } from '../../shared/paper.ts';
import type { GoldPaper } from './scores.ts';

/** The papers of a .jsonl file with the keywords and areas that people gave them. */
export function readGold(path: string): GoldPaper[] {
  return lines(path).map((line) => {
    const { id, title, abstract, keywords, area } = JSON.parse(line) as Partial<GoldPaper>;
    return { id: id ?? '', title: title ?? '', abstract: abstract ?? '', keywords: keywords ?? [], area: area ?? '' };
  });
}

/** The same papers as the engine may see them, keywords and areas removed; `arrange` gives the lines another order. */
export async function papersWithoutGold(path: string, arrange: (lines: string[]) => string[] = (all) => all): Promise<Paper[]> {
  const seen = arrange(lines(path)).map((line) => {
    const { id, title, abstract, year } = JSON.parse(line) as Record<string, unknown>;
    return JSON.stringify({ id, title, abstract, year });
  });
  const { papers } = await readPapers([{ name: basename(path), bytes: new TextEncoder().encode(seen.join('\n')) }], { format: 'jsonl' }, UNWATCHED);
  return papers;
}

function lines(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '');
}
