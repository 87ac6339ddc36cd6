import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Titles of six made-up papers that share concepts two by two. */
export const PAPER_TITLES = [
  'Graph neural networks for molecule design',
  'Molecule design with message passing on graphs',
  'Neural machine translation of rare words',
  'Machine translation without parallel text',
  'Image classification with convolutional networks',
  'Convolutional networks for image segmentation',
] as const;

/** The papers as BibTeX. */
export function bibtexOfPapers(titles: readonly string[] = PAPER_TITLES): string {
  return titles.map((title, index) => `@article{paper${index},\n  title = {${title}},\n  year = {${2015 + index}},\n  abstract = {We study ${title.toLowerCase()} and report results.}\n}`).join('\n\n');
}

/** A folder for a test's own files. */
export function testFolder(): { path: string; write(name: string, content: string): string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'concept-atlas-files-'));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
