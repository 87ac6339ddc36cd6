import { AtlasError } from '../../../shared/failures.ts';
import type { FileReport, ImportReport, Paper, PaperFormat } from '../../../shared/paper.ts';
import { readLibraryPapers } from '../library/read-library-papers.ts';
import type { ImportSource, Watch } from '../model.ts';
import { sharedPool } from '../parallel/thread-pool.ts';
import { binaryKind, isSqlite } from './binary-kind.ts';
import { peek, readBytes, sourceBytes } from './byte-source.ts';
import { decodeText, detectEncoding } from './encoding.ts';
import { detectReader, readerOf } from './formats.ts';
import { groupDuplicates } from './group-duplicates.ts';
import { makePaper, type UnnamedPaper } from './make-paper.ts';
import { isSkipped, type RecordReader } from './record.ts';

export { joinDuplicates, type JoinedPapers } from './join-duplicates.ts';
export { listSources } from './list-sources.ts';

export interface ReadOptions {
  /** The format of all sources; null tells each from its content. */
  format: PaperFormat | null;
  /** Most papers to read, before duplicates are joined; null for all. */
  limit: number | null;
}

export const DEFAULT_READ_OPTIONS: ReadOptions = { format: null, limit: null };

/** So much of a file is looked at to tell encoding and format. */
const PREFIX_BYTES = 1 << 16;
const CHECK_EVERY_RECORDS = 2000;
/** From so many papers on the stages that follow share their work among threads, which are started meanwhile. */
const RECORDS_FOR_THREADS = 1500;
const LABEL = 'Reading papers';

interface FoundPaper extends UnnamedPaper {
  /** Place of its file in the report. */
  file: number;
}

/** What reading has come to. */
interface Reading {
  found: FoundPaper[];
  files: FileReport[];
  limit: number;
  watch: Watch;
  onBytes: (count: number) => void;
}

/**
 * Reads papers from files, bytes or streams of any format that is known, gzip unpacked, duplicates joined. Papers are sorted by id and do
 * not depend on the order of sources or records. Of every file the report says what became of its records; a file among several that can't
 * be read at all is in it as one skipped record. Progress is in bytes.
 * Throws import.missing, call.cancelled, and for a single source import.binary, import.unreadable or import.format.
 */
export async function readPapers(sources: readonly ImportSource[], options: Partial<ReadOptions>, watch: Watch): Promise<{ papers: Paper[]; report: ImportReport }> {
  const { format, limit } = { ...DEFAULT_READ_OPTIONS, ...options };
  const reading = await startReading(sources, limit ?? Number.POSITIVE_INFINITY, watch);
  const failures: AtlasError[] = [];
  for (const source of sources) {
    if (reading.found.length >= reading.limit) break;
    const failure = await readSource(source, format, reading);
    if (failure) failures.push(failure);
  }
  if (failures[0] && failures.length === sources.length) throw failures[0];
  return { papers: joinFound(reading), report: { files: reading.files } };
}

async function startReading(sources: readonly ImportSource[], limit: number, watch: Watch): Promise<Reading> {
  let total = 0;
  for (const source of sources) total += await sourceBytes(source);
  let done = 0;
  const isTotalKnown = sources.every((source) => !('stream' in source));
  const onBytes = (count: number) => {
    watch.check();
    done += count;
    watch.progress({ stage: 'read', done, total: isTotalKnown ? total : 0, label: LABEL });
  };
  onBytes(0);
  return { found: [], files: [], limit, watch, onBytes };
}

/** Reads one source into the reading. Gives the failure of a source that can't be read as papers; throws any other. */
async function readSource(source: ImportSource, format: PaperFormat | null, reading: Reading): Promise<AtlasError | null> {
  const report: FileReport = { file: source.name, format: null, records: 0, papers: 0, skipped: [], duplicates: 0 };
  reading.files.push(report);
  try {
    await readRecords(source, format, report, reading);
    return null;
  } catch (error) {
    if (!(error instanceof AtlasError) || error.failure.code === 'import.missing' || error.failure.code === 'call.cancelled') throw error;
    report.records++;
    report.skipped.push({ line: 1, reason: error.message });
    return error;
  }
}

async function readRecords(source: ImportSource, format: PaperFormat | null, report: FileReport, reading: Reading): Promise<void> {
  const { prefix, chunks, close } = await peek(readBytes(source, reading.onBytes), PREFIX_BYTES);
  try {
    if (isSqlite(prefix) && 'path' in source) return readLibrary(source, report, reading);
    const kind = binaryKind(prefix);
    if (kind !== null) throw new AtlasError('import.binary', { file: source.name, kind });
    const encoding = detectEncoding(prefix);
    const prefixText = await textOf(decodeText(once(prefix), encoding));
    const reader = format === null ? detectReader(prefixText, source.name) : readerOf(format);
    if (!reader) throw new AtlasError('import.unreadable', { file: source.name });
    report.format = reader.format;
    await readWith(reader, decodeText(chunks, encoding), prefixText, report, reading);
    if (report.records === 0) throw new AtlasError('import.unreadable', { file: source.name });
  } finally {
    await close();
  }
}

async function readWith(reader: RecordReader, text: AsyncIterable<string>, prefix: string, report: FileReport, reading: Reading): Promise<void> {
  const file = reading.files.indexOf(report);
  for await (const record of reader.read(text, prefix)) {
    report.records++;
    if (report.records % CHECK_EVERY_RECORDS === 0) reading.watch.check();
    if (report.records === RECORDS_FOR_THREADS) sharedPool.warm();
    const paper = isSkipped(record) ? null : makePaper(record, report.file, reader.format, reader.markup);
    if (paper) reading.found.push({ ...paper, file });
    else report.skipped.push(isSkipped(record) ? record : { line: record.line, reason: 'no title' });
    if (reading.found.length >= reading.limit) return;
  }
}

function readLibrary(source: { name: string; path: string }, report: FileReport, reading: Reading): void {
  const file = reading.files.indexOf(report);
  report.format = 'atlas';
  for (const { id, ...paper } of readLibraryPapers(source.path, source.name)) {
    if (reading.found.length >= reading.limit) return;
    report.records++;
    reading.found.push({ ...paper, ownId: id, file });
  }
}

/** The papers found, each once, and in the report which file each came from. */
function joinFound({ found, files, watch }: Reading): Paper[] {
  watch.check();
  const groups = groupDuplicates(found);
  for (const { records } of groups) {
    for (const [index, record] of records.entries()) {
      const report = files[record.file];
      if (report && index === 0) report.papers++;
      else if (report) report.duplicates++;
    }
  }
  return groups.map((group) => group.paper);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
