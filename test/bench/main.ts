import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readPapers } from '../../electron/engine/import/read-papers.ts';
import { UNWATCHED } from '../../electron/engine/model.ts';
import { buildMap } from '../../electron/engine/pipeline.ts';
import { measureLayout } from '../../electron/engine/layout/measure-layout.ts';
import type { Paper } from '../../shared/paper.ts';
import { DEFAULT_MAP_SETTINGS } from '../../shared/settings.ts';
import { sharedData } from '../support/shared-data.ts';
import { generatedPapers } from './corpus.ts';
import { measureDrawing } from './drawing.ts';

const CORPUS = 'data/scale-10k.jsonl.gz';
const FULL_PAPERS = 10_000;
const QUICK_PAPERS = 2_000;
const DRAWN_PAPERS = [500, 2_000];

/** The named baseline: cutting the same texts into words with one regular expression, best of three. Stages are given as multiples of it. */
function secondsToSplitWords(papers: readonly Paper[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const startedAt = performance.now();
    let words = 0;
    for (const paper of papers) words += (`${paper.title} ${paper.abstract}`.match(/[\p{L}\p{N}]+/gu) ?? []).length;
    if (words < 0) throw new Error('impossible');
    best = Math.min(best, (performance.now() - startedAt) / 1000);
  }
  return best;
}

async function readCorpus(limit: number): Promise<{ papers: Paper[]; readSeconds: number | null; name: string }> {
  const path = sharedData(CORPUS);
  if (!path) return { papers: generatedPapers(limit), readSeconds: null, name: `generated collection (${CORPUS} is not beside this checkout)` };
  const startedAt = performance.now();
  const { papers } = await readPapers([{ name: CORPUS, path }], { limit }, UNWATCHED);
  return { papers, readSeconds: (performance.now() - startedAt) / 1000, name: CORPUS };
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}

async function benchStages(limit: number): Promise<void> {
  const { papers, readSeconds, name } = await readCorpus(limit);
  const baseline = secondsToSplitWords(papers);
  const { map, index, timings } = buildMap(papers, DEFAULT_MAP_SETTINGS, {}, UNWATCHED);
  const seconds: [string, number][] = [];
  if (readSeconds !== null) seconds.push(['read', readSeconds]);
  for (const [stage, ms] of Object.entries(timings)) seconds.push([stage, ms / 1000]);
  seconds.push(['all stages', seconds.reduce((sum, [, value]) => sum + value, 0)]);
  console.log(`\nStages on ${name}: ${papers.length} papers, ${index.concepts.length} concepts, ${map.links.length} links, ${map.topics.length} topics`);
  console.log(`Baseline: splitting the same texts into words with one regular expression, ${Math.round(papers.length / baseline)} papers/s\n`);
  console.log(table([['stage', 'papers/s', '× baseline time'], ...seconds.map(([stage, value]) => [stage, String(Math.round(papers.length / value)), (value / baseline).toFixed(1)])]));
  const layout = measureLayout(map);
  console.log(`\nquality: ${JSON.stringify({ ...map.quality, ...layout })}`);
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

async function benchDrawing(): Promise<void> {
  const rows = await measureDrawing(DRAWN_PAPERS);
  console.log('\nDrawing in a real Chromium, software rendering, map fitted; baseline: Cytoscape with all links and its default settings\n');
  const names = Object.keys(rows[0] ?? {});
  console.log(table([names, ...rows.map((row) => Object.values(row).map((value) => (typeof value === 'number' ? String(Math.round(value * 10) / 10) : String(value))))]));
}

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
if (values.only !== 'drawing') await benchStages(values.quick ? QUICK_PAPERS : FULL_PAPERS);
if (values.only !== 'stages') await benchDrawing();
