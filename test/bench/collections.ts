import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPapers } from '../../electron/engine/import/read-papers.ts';
import { UNWATCHED } from '../../electron/engine/model.ts';
import type { Paper } from '../../shared/paper.ts';
import { sharedData } from '../support/shared-data.ts';
import { generatedPapers } from './corpus.ts';
import { mapWithoutGold } from './measure-quality.ts';
import { runMap, type WholeRun } from './whole-run.ts';

const SMALL = { file: 'data/scale-10k.jsonl.gz', papers: 10_000 };
const LARGE = { file: 'data/scale-100k.jsonl.gz', papers: 100_000 };
const QUICK_SIZES = [2_000];
const FULL_SIZES = [10_000, 50_000, 100_000];
const GENERATED_SIZES = [10_000, 50_000];
const BASELINE_PAPERS = 2_000;

type Mapped = Awaited<ReturnType<typeof mapWithoutGold>>;

/** What the sections measure on: each map and run is made once, on real papers where the data folder is, else on generated ones. */
export class Collections {
  /** Numbers of papers of the whole runs, smallest first. */
  readonly runSizes: readonly number[];
  /** Files of the data folder that were asked for and are not there. */
  readonly missing = new Set<string>();
  private readonly generated: boolean;
  private readonly maps = new Map<string, Promise<Mapped>>();
  private readonly runs = new Map<number, Promise<WholeRun>>();

  constructor(quick: boolean) {
    this.generated = !this.find(SMALL.file) || (!quick && !this.find(LARGE.file));
    this.runSizes = runSizes(quick, this.generated);
  }

  /** Path of a file of the data folder; null, and noted as missing, where it is absent. */
  find(file: string): string | null {
    const path = sharedData(file);
    if (!path) this.missing.add(file);
    return path;
  }

  /** The map of a set with gold labels, which the engine did not see; null where the set is absent. */
  async mapped(file: string): Promise<Mapped | null> {
    const path = this.find(file);
    if (!path) return null;
    const known = this.maps.get(file) ?? mapWithoutGold(path);
    this.maps.set(file, known);
    return known;
  }

  /** The whole run over this many papers. */
  run(count: number): Promise<WholeRun> {
    const known = this.runs.get(count) ?? this.startRun(count);
    this.runs.set(count, known);
    return known;
  }

  /** What runs over this many papers are called in the figures. */
  nameOf(count: number): string {
    return this.generated ? `${count} generated papers` : `${count} papers`;
  }

  /** The papers whose words the baseline splits. */
  async baselinePapers(): Promise<Paper[]> {
    const path = sharedData(SMALL.file);
    if (!path) return generatedPapers(BASELINE_PAPERS);
    const { papers } = await readPapers([{ name: SMALL.file, path }], { limit: BASELINE_PAPERS }, UNWATCHED);
    return papers;
  }

  private async startRun(count: number): Promise<WholeRun> {
    if (this.generated) return runOnGenerated(count);
    return runMap(this.find(count <= SMALL.papers ? SMALL.file : LARGE.file) ?? '', count);
  }
}

function runSizes(quick: boolean, generated: boolean): readonly number[] {
  if (quick) return QUICK_SIZES;
  return generated ? GENERATED_SIZES : FULL_SIZES;
}

async function runOnGenerated(count: number): Promise<WholeRun> {
  const folder = await mkdtemp(join(tmpdir(), 'concept-atlas-generated-'));
  try {
    const file = join(folder, 'generated.jsonl');
    await writeFile(file, generatedPapers(count).map(({ id, title, abstract, year }) => JSON.stringify({ id, title, abstract, year })).join('\n'));
    return await runMap(file, count);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
