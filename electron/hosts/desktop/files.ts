import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron';
import type { FilePurpose } from '../../../shared/contract.ts';
import { AtlasError } from '../../../shared/failures.ts';

const ANY_FILE: FileFilter = { name: 'All files', extensions: ['*'] };
const LIBRARY: FileFilter = { name: 'Concept Atlas library', extensions: ['atlas'] };
const PAPERS: FileFilter = {
  name: 'Papers',
  extensions: ['bib', 'ris', 'nbib', 'csv', 'tsv', 'json', 'jsonl', 'xml', 'txt', 'html', 'htm', 'enw', 'ciw', 'gz', 'atlas'],
};
const THESAURI: FileFilter = { name: 'Thesauri', extensions: ['ttl', 'nt', 'n3', 'rdf', 'xml', 'owl', 'skos', 'jsonld', 'json', 'csv', 'tsv', 'txt', 'gz'] };

const OPEN_DIALOGS: Record<FilePurpose, OpenDialogOptions> = {
  open: { title: 'Open library', buttonLabel: 'Open', filters: [LIBRARY, ANY_FILE], properties: ['openFile'] },
  import: { title: 'Import papers', buttonLabel: 'Import', filters: [PAPERS, ANY_FILE], properties: ['openFile', 'multiSelections'] },
  thesaurus: { title: 'Add thesauri', buttonLabel: 'Add', filters: [THESAURI, ANY_FILE], properties: ['openFile', 'multiSelections'] },
};

const SAVED: Record<string, FileFilter> = {
  '.png': { name: 'PNG picture', extensions: ['png'] },
  '.svg': { name: 'SVG drawing', extensions: ['svg'] },
  '.json': { name: 'Topic map', extensions: ['json'] },
  '.gexf': { name: 'GEXF graph', extensions: ['gexf'] },
  '.graphml': { name: 'GraphML graph', extensions: ['graphml'] },
  '.atlas': LIBRARY,
};

/** Paths that the user chose in the open dialog; empty when cancelled. */
export async function askForFiles(window: BrowserWindow, purpose: FilePurpose): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, OPEN_DIALOGS[purpose]);
  return canceled ? [] : filePaths;
}

/** A place for a file of that name, by the save dialog, with the name's ending put on where the user left it off; null when cancelled. */
export async function askForPlace(window: BrowserWindow, name: string): Promise<string | null> {
  const ending = extname(name).toLowerCase();
  const filter = SAVED[ending];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), name),
    filters: filter ? [filter, ANY_FILE] : [ANY_FILE],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  return extname(filePath) === '' ? filePath + ending : filePath;
}

/** Writes a file whole or not at all. Throws host.write. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const half = `${path}.part`;
  try {
    await writeFile(half, bytes);
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw new AtlasError('host.write', { file: basename(path), problem: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}
