import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AtlasError } from '../../../shared/failures.ts';
import { compareText } from '../../../shared/text.ts';
import type { ImportSource } from '../model.ts';

/** Endings of files that may hold papers; of a folder only these are read. */
const KNOWN_ENDINGS = /\.(?:bib|bibtex|biblatex|ris|csv|tsv|tab|txt|text|md|json|jsonl|ndjson|html?|atlas)(?:\.gz)?$/i;

/**
 * The sources that the paths of a command line name: files as they are, "-" as standard input, and of a folder, with the folders in it,
 * the files with known endings, sorted. Throws import.missing for a path that is not there, import.unreadable for a folder without such files.
 */
export async function listSources(paths: readonly string[]): Promise<ImportSource[]> {
  const sources: ImportSource[] = [];
  for (const path of paths) {
    if (path === '-') sources.push({ name: 'standard input', stream: process.stdin });
    else if (await isFolder(path)) sources.push(...(await folderSources(path)));
    else sources.push({ name: path, path });
  }
  return sources;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new AtlasError('import.missing', { file: path, problem: 'it is not there' }, { cause: error });
  }
}

async function folderSources(folder: string): Promise<ImportSource[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && KNOWN_ENDINGS.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  const visible = paths.filter((path) => !path.slice(folder.length).split(/[\\/]/).some((part) => part.startsWith('.')));
  if (visible.length === 0) throw new AtlasError('import.unreadable', { file: folder });
  return visible.sort(compareText).map((path) => ({ name: path, path }));
}
