import { basename, extname } from 'node:path';
import type { MapPath } from '../../../shared/answers.ts';
import { EXPORT_FORMATS, figureOptionsSchema, type ExportFormat, type FigureOptions } from '../../../shared/export-options.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { pathInWords } from '../../../shared/path-in-words.ts';
import { FIELDS, type ImportReport, type Paper, type Stage } from '../../../shared/paper.ts';
import type { ThesaurusReport } from '../../../shared/thesaurus.ts';
import type { ConceptShare, MapLink } from '../../../shared/topic-map.ts';
import { loadBuiltInThesaurus } from '../../engine/concepts/thesaurus.ts';
import { exportPieces } from '../../engine/export/export-map.ts';
import { evidenceFor } from '../../engine/graph/implied-concepts.ts';
import { listSources, readPapers } from '../../engine/import/read-papers.ts';
import { mentionSentences } from '../../engine/library/sentences.ts';
import type { Watch } from '../../engine/model.ts';
import { buildConcepts, buildMap, type BuildOptions, type BuiltMap } from '../../engine/pipeline.ts';
import { combineThesauri } from '../../engine/thesaurus/combine-thesauri.ts';
import { readThesauri } from '../../engine/thesaurus/read-thesaurus.ts';
import { findPaper } from './find-paper.ts';
import { UsageError, type CliCommand, type CliOptions } from './options.ts';
import { stderrWatch } from './progress.ts';
import { writeSafely } from './write-safely.ts';

/** Lists of all papers, beside what a map is written as. */
const PAPER_LISTS = ['bib', 'ris'] as const;

/** Chains that `path` tells at most, the strongest and its alternatives. */
const PATHS = 3;

type Timings = Partial<Record<Stage, number>>;

interface Reading {
  papers: Paper[];
  report: ImportReport;
  thesauri: ThesaurusReport[];
  build: Pick<BuildOptions, 'thesauri' | 'builtInThesaurus'>;
  timings: Timings;
  watch: Watch & { end(): void };
}

interface Mapped extends Reading, BuiltMap {}

/** What each command does; each writes what was asked to stdout or files, all else to stderr. What only one of them needs is loaded there. */
export const COMMANDS: Record<CliCommand, (options: CliOptions) => Promise<void>> = {
  map: writeMap,
  concepts: printConcepts,
  related: printRelated,
  path: printPath,
  check,
};

async function read(options: CliOptions): Promise<Reading> {
  const watch = stderrWatch(options.quiet);
  const startedAt = performance.now();
  const { thesauri, build } = await readAllThesauri(options, watch);
  const { papers, report } = await readPapers(await listSources(options.inputs), { format: options.format, limit: options.limit }, watch);
  for (const file of report.files) for (const { line, reason } of file.skipped) process.stderr.write(`${file.file}:${line}: skipped: ${reason}\n`);
  if (papers.length === 0) throw new AtlasError('import.noPapers');
  return { papers, report, thesauri, build, timings: { read: performance.now() - startedAt }, watch };
}

/** The thesauri of the command line; what was left out of them or settled by a rule goes to stderr. */
async function readAllThesauri(options: CliOptions, watch: Watch): Promise<Pick<Reading, 'thesauri' | 'build'>> {
  const found = await readThesauri(options.thesauri.map((path) => ({ name: basename(path), path })), watch);
  for (const { report } of found) {
    for (const { line, reason } of report.skipped) process.stderr.write(`${report.file}:${line}: skipped: ${reason}\n`);
    for (const { line, message } of report.notices) process.stderr.write(`${report.file}${line === null ? '' : `:${line}`}: ${message}\n`);
  }
  const thesauri = found.map(({ thesaurus }) => thesaurus);
  const { notices } = combineThesauri([...(options.builtInThesaurus ? [loadBuiltInThesaurus()] : []), ...thesauri]);
  for (const { message } of notices) process.stderr.write(`${message}\n`);
  return { thesauri: found.map(({ report }) => report), build: { thesauri, builtInThesaurus: options.builtInThesaurus } };
}

async function readAndMap(options: CliOptions): Promise<Mapped> {
  const reading = await read(options);
  const built = buildMap(reading.papers, options.settings, reading.build, reading.watch);
  return { ...reading, ...built, timings: { ...reading.timings, ...built.timings } };
}

async function finish(options: CliOptions, reading: Reading): Promise<void> {
  reading.watch.end();
  if (options.report === null) return;
  const timings = Object.fromEntries(Object.entries(reading.timings).map(([stage, ms]) => [stage, Math.round(ms)]));
  const peakMemoryMB = Math.round(process.resourceUsage().maxRSS / 1024);
  const report = JSON.stringify({ files: reading.report.files, ...(reading.thesauri.length > 0 ? { thesauri: reading.thesauri } : {}), timings, peakMemoryMB }, null, 2);
  await writeSafely([{ path: options.report, pieces: [new TextEncoder().encode(`${report}\n`)] }]);
}

type OutputFormat = ExportFormat | (typeof PAPER_LISTS)[number];

function outputFormat(path: string): OutputFormat {
  const ending = extname(path).slice(1).toLowerCase();
  const formats: readonly OutputFormat[] = [...EXPORT_FORMATS, ...PAPER_LISTS];
  const format = formats.find((name) => name === ending);
  if (!format) throw new UsageError(new AtlasError('export.format', { format: path, formats: formats.map((name) => `.${name}`).join(' ') }).message);
  return format;
}

async function outputPieces(format: OutputFormat, { papers, map }: Mapped, figure: FigureOptions): Promise<Iterable<Uint8Array>> {
  if (format !== 'bib' && format !== 'ris') return exportPieces(format, map, { scale: 2, figure });
  const { exportPapers } = await import('../../engine/export/export-papers.ts');
  return [exportPapers(format, papers, map, '').bytes];
}

async function writeMap(options: CliOptions): Promise<void> {
  const outputs = options.outputs.map((path) => ({ path, format: outputFormat(path) }));
  const mapped = await readAndMap(options);
  const startedAt = performance.now();
  mapped.watch.progress({ stage: 'write', done: 0, total: outputs.length, label: 'Writing' });
  const figure = figureOptionsSchema.parse({ view: options.view, title: options.title });
  const files: { path: string; pieces: Iterable<Uint8Array> }[] = [];
  for (const { path, format } of outputs) files.push({ path, pieces: await outputPieces(format, mapped, figure) });
  await writeSafely(files);
  await finish(options, { ...mapped, timings: { ...mapped.timings, write: performance.now() - startedAt } });
}

async function printConcepts(options: CliOptions): Promise<void> {
  const top = options.top ?? 10;
  const reading = await read(options);
  const { papers, index, timings } = buildConcepts(reading.papers, reading.build, reading.watch);
  const { offsets, indices, values } = index.paperConcepts;
  for (const [row, paper] of papers.entries()) {
    const start = offsets[row] ?? 0;
    const end = Math.min(offsets[row + 1] ?? start, start + top);
    const concepts = Array.from(indices.subarray(start, end), (concept, position) => ({
      label: index.concepts[concept]?.label ?? '',
      score: rounded(values[start + position] ?? 0),
    }));
    print({ id: paper.id, title: paper.title, concepts });
  }
  await finish(options, { ...reading, timings: { ...reading.timings, ...timings } });
}

async function printRelated(options: CliOptions): Promise<void> {
  const mapped = await readAndMap(options);
  const paper = mapped.papers[findPaper(mapped.papers, options.paper)];
  if (!paper) throw new AtlasError('map.noPaper', { paper: options.paper });
  const links = mapped.map.links
    .filter((link) => link.source === paper.id || link.target === paper.id)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, options.top ?? 5);
  const related = links.map((link) => {
    const other = link.source === paper.id ? link.target : link.source;
    const because = becauseOf(mapped, link, paper.id, other);
    return { id: other, title: titleOf(mapped, other), score: rounded(link.weight), concepts: because.map(({ label }) => label), because };
  });
  print({ paper: { id: paper.id, title: paper.title }, related }, 2);
  await finish(options, mapped);
}

async function printPath(options: CliOptions): Promise<void> {
  const mapped = await readAndMap(options);
  const from = mapped.papers[findPaper(mapped.papers, options.from)];
  const to = mapped.papers[findPaper(mapped.papers, options.to)];
  if (!from || !to) throw new AtlasError('map.noPath');
  const { findPaths } = await import('../../engine/questions/find-paths.ts');
  const { paths } = findPaths(mapped.map, { kind: 'paper', id: from.id }, { kind: 'paper', id: to.id }, PATHS);
  const [best, ...alternatives] = paths.map((path) => ({ ...pathSteps(mapped, path), words: pathInWords(path, { from: from.title, to: to.title }), strength: rounded(path.strength) }));
  print({ ...best, alternatives }, 2);
  await finish(options, mapped);
}

function pathSteps(mapped: Mapped, { papers, steps }: MapPath) {
  return {
    papers: papers.map((id) => ({ id, title: titleOf(mapped, id) })),
    steps: steps.map(({ source, target, weight }) => {
      const link = mapped.map.links.find((each) => (each.source === source && each.target === target) || (each.source === target && each.target === source));
      return { from: source, to: target, score: rounded(weight), because: link ? becauseOf(mapped, link, source, target) : [] };
    }),
  };
}

/** Why two papers are linked: each shared concept with its share and one sentence from each paper, in the order asked; of a pair that keeps the same company, `near` is the second paper's. */
function becauseOf(mapped: Mapped, link: MapLink, first: string, second: string) {
  const concepts = new Map(mapped.map.concepts.map((concept) => [concept.id, concept.label]));
  return link.concepts.map(({ id, share, near }: ConceptShare) => {
    const of = (paper: string) => (near !== undefined && paper === link.target ? near : id);
    const sentences = [first, second].map((paper) => sentenceOf(mapped, paper, of(paper)));
    return { label: concepts.get(of(first)) ?? of(first), ...(near === undefined ? {} : { near: concepts.get(of(second)) ?? of(second) }), share, sentences };
  });
}

function sentenceOf(mapped: Mapped, paperId: string, conceptId: string): { paper: string; sentence: string | null } {
  const row = mapped.papers.findIndex((paper) => paper.id === paperId);
  const paper = mapped.papers[row];
  const { offsets, concept, field, start, end } = mapped.index.mentions;
  const shown = evidenceFor(mapped.index, row, mapped.index.concepts.findIndex(({ id }) => id === conceptId));
  for (let mention = offsets[row] ?? 0; paper && mention < (offsets[row + 1] ?? 0); mention++) {
    if (!shown.includes(concept[mention] ?? -1)) continue;
    const name = FIELDS[field[mention] ?? 0] ?? 'title';
    const [sentence] = mentionSentences(paper, [{ concept: conceptId, field: name, start: start[mention] ?? 0, end: end[mention] ?? 0 }], 1);
    if (sentence) return { paper: paperId, sentence: sentence.text };
  }
  return { paper: paperId, sentence: null };
}

async function check(options: CliOptions): Promise<void> {
  const { checkLibrary } = await import('../../engine/library/check-library.ts');
  for (const path of options.inputs) {
    const problems = checkLibrary(path);
    if (problems.length > 0) throw new AtlasError('library.open', { file: path, problem: problems.join('; ') });
    process.stdout.write(`${path}: no faults found\n`);
  }
}

function titleOf(mapped: Mapped, id: string): string {
  return mapped.papers.find((paper) => paper.id === id)?.title ?? id;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function print(value: unknown, indent?: number): void {
  process.stdout.write(`${JSON.stringify(value, null, indent)}\n`);
}
