import { AtlasError } from '../../../shared/failures.ts';
import type { SkippedRecord } from '../../../shared/paper.ts';
import type { ThesaurusFormat, ThesaurusReport } from '../../../shared/thesaurus.ts';
import type { Thesaurus } from '../concepts/thesaurus.ts';
import { binaryKind } from '../import/binary-kind.ts';
import { peek, readBytes } from '../import/byte-source.ts';
import { decodeText, detectEncoding } from '../import/encoding.ts';
import type { ImportSource, Watch } from '../model.ts';
import { emptyDraft, type ThesaurusDraft } from './draft.ts';
import { settleDraft } from './settle-draft.ts';
import { SkosReader, type QuadSink } from './skos.ts';
import { findTableShape, readTable, type TableShape } from './table.ts';

/** A thesaurus with what became of its file. */
export interface ReadThesaurus {
  thesaurus: Thesaurus;
  report: ThesaurusReport;
}

type SkosFormat = Exclude<ThesaurusFormat, 'vosviewer' | 'csv'>;
type Notation = { format: SkosFormat } | { format: 'vosviewer' | 'csv'; shape: TableShape };

const PREFIX_BYTES = 1 << 16;
const MOST_CHARACTERS = 400_000_000;

/** What relative addresses in a file are relative to; identifiers are kept without it. */
const BASE = 'http://thesaurus.invalid/';

/** The thesauri in files, in their order, each with its report. Throws as readThesaurus does. */
export async function readThesauri(sources: readonly ImportSource[], watch: Watch): Promise<ReadThesaurus[]> {
  const read: ReadThesaurus[] = [];
  for (const [done, source] of sources.entries()) {
    watch.progress({ stage: 'read', done, total: sources.length, label: `Reading ${source.name}` });
    read.push(await readThesaurus(source, watch));
  }
  return read;
}

/**
 * Reads a thesaurus in any format and encoding, told from its content; the name's ending is a hint only. What can't be read in it is skipped
 * and told with line and reason, contradictions are settled and told.
 * @throws AtlasError import.missing or import.binary for a file that can't be read, thesaurus.unreadable for one without a single entry,
 * thesaurus.faults where that is because all of it was skipped,
 * thesaurus.context for JSON-LD that needs the web, import.format for broken JSON or gzip.
 */
export async function readThesaurus(source: ImportSource, watch: Watch): Promise<ReadThesaurus> {
  const text = await readText(source, watch);
  const notation = notationOf(text, source.name);
  if (!notation) throw new AtlasError('thesaurus.unreadable', { file: source.name });
  const draft = 'shape' in notation ? readTable(text, notation.shape) : await readSkos(text, notation.format, source.name, watch);
  watch.check();
  const entries = settleDraft(draft);
  const { ignored, skipped, notices } = draft;
  if (entries.length === 0 && ignored.length === 0) throw nothingIn(source.name, notation.format, skipped);
  const report = { file: source.name, format: notation.format, concepts: entries.length, ignored: ignored.length, skipped, notices };
  return { thesaurus: { name: source.name, entries, ...(ignored.length > 0 ? { ignored } : {}) }, report };
}

function nothingIn(file: string, format: ThesaurusFormat, skipped: readonly SkippedRecord[]): AtlasError {
  const [first] = skipped;
  if (!first) return new AtlasError('thesaurus.unreadable', { file });
  return new AtlasError('thesaurus.faults', { file, format, count: skipped.length, line: first.line, reason: first.reason });
}

async function readText(source: ImportSource, watch: Watch): Promise<string> {
  const { prefix, chunks, close } = await peek(readBytes(source, () => watch.check()), PREFIX_BYTES);
  try {
    const kind = binaryKind(prefix);
    if (kind !== null) throw new AtlasError('import.binary', { file: source.name, kind });
    let text = '';
    for await (const part of decodeText(chunks, detectEncoding(prefix))) {
      text += part;
      if (text.length > MOST_CHARACTERS) throw new AtlasError('import.format', { file: source.name, format: 'a thesaurus', problem: 'it is larger than 400 MB' });
    }
    return text;
  } finally {
    await close();
  }
}

function notationOf(text: string, name: string): Notation | null {
  const prefix = text.slice(0, PREFIX_BYTES);
  if (/^\s*[[{]/.test(prefix)) return { format: 'skos-jsonld' };
  if (/^\s*<(?:\?xml|!--|!DOCTYPE\s+(?:\w+:)?RDF|(?:[\w-]+:)?RDF[\s>])/i.test(prefix) && !/<html\b/i.test(prefix)) return { format: 'skos-rdfxml' };
  if (isTurtle(prefix)) return { format: 'skos-turtle' };
  const shape = findTableShape(prefix);
  if (shape) return { format: shape.kind === 'replacements' ? 'vosviewer' : 'csv', shape };
  return /\.(?:ttl|turtle|nt|n3|trig|nq)(?:\.gz)?$/i.test(name) ? { format: 'skos-turtle' } : null;
}

/** Turtle says its prefixes, or its first statement names things in angle brackets. */
function isTurtle(prefix: string): boolean {
  const lines = prefix.split('\n').filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  if (lines.slice(0, 50).some((line) => /^\s*@?(?:prefix\s+[\w.-]*:|base)\s*<[^>]*>/i.test(line))) return true;
  return /^\s*(?:<[^<>"{}|^`\s]*>|_:\S+)\s+(?:<[^<>"{}|^`\s]*>|a)\s+\S/.test(lines[0] ?? '');
}

async function readSkos(text: string, format: SkosFormat, name: string, watch: Watch): Promise<ThesaurusDraft> {
  const reader = new SkosReader(BASE);
  const faults = await readStatements(text, format, name, reader.add.bind(reader), watch);
  watch.check();
  const { concepts, ignored, skipped } = reader.finish(text);
  return { ...emptyDraft(), concepts, ignored, skipped: [...faults, ...skipped].sort((a, b) => a.line - b.line) };
}

/** Sends a document's statements to `add`. Each syntax's parser is loaded only where there is something for it to read. */
async function readStatements(text: string, format: SkosFormat, name: string, add: QuadSink, watch: Watch): Promise<SkippedRecord[]> {
  if (format === 'skos-turtle') return (await import('./turtle.ts')).readTurtle(text, BASE, add, watch);
  if (format === 'skos-rdfxml') return (await import('./rdf-xml.ts')).readRdfXml(text, BASE, add, watch);
  return (await import('./json-ld.ts')).readJsonLd(text, name, BASE, add, watch);
}
