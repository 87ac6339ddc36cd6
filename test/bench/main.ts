import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BASELINE, baselineSpeed } from './baseline.ts';
import { Collections } from './collections.ts';
import { FIGURE_HEADING, figureRow, judge, keepFigures, textTable, type KeptFigures, type Measured } from './figure.ts';
import { SECTIONS, type SectionName } from './sections.ts';

/*
 * npm run bench: how good and how fast, beside the figures kept last (figures.json), what is to be reached, and the best of others.
 *   --quick          a minute's worth: quality on the labelled sets, a run over 2,000 papers
 *   --only NAME…     these sections only
 *   --keep           keeps what was measured as the figures to compare with from now on
 * Ends with 1 when a figure fell behind the kept one beyond its tolerance (sections.ts says each), and says which.
 */

const KEPT_FILE = join(import.meta.dirname, 'figures.json');

function readKept(): KeptFigures {
  return existsSync(KEPT_FILE) ? (JSON.parse(readFileSync(KEPT_FILE, 'utf8')) as KeptFigures) : {};
}

/** The asked sections, else all that belong to the run; null for a name that none has. */
function chosenSections(quick: boolean, only: readonly string[]): SectionName[] | null {
  const names = Object.keys(SECTIONS) as SectionName[];
  const asked = only.flatMap((name) => name.split(','));
  if (asked.some((name) => !(names as string[]).includes(name))) return null;
  return names.filter((name) => (asked.length > 0 ? asked.includes(name) : !quick || SECTIONS[name].quick));
}

/** Measures, prints, and keeps if asked. Gives the figures that are lost. */
async function bench(sections: readonly SectionName[], options: { quick: boolean; keep: boolean }): Promise<string[]> {
  const kept = readKept();
  const collections = new Collections(options.quick);
  const baselinePapers = await collections.baselinePapers();
  const speedBefore = baselineSpeed(baselinePapers);
  const results: { title: string; measured: Measured[] }[] = [];
  for (const name of sections) {
    process.stderr.write(`measuring ${name} …\n`);
    results.push({ title: SECTIONS[name].title, measured: await SECTIONS[name].measure(collections) });
  }
  const baseline = (speedBefore + baselineSpeed(baselinePapers)) / 2;
  const rows = results.flatMap(({ title, measured }) => [[''], [measured.length > 0 ? title : `${title}: left out`], ...measured.map((each) => figureRow(each, kept[each.figure.name], baseline))]);
  console.log(textTable([FIGURE_HEADING, ...rows]));
  console.log(`\nBaseline of speed: ${BASELINE}, ${Math.round(baseline)} papers/s`);
  console.log(`Wall times hold for a machine at rest; this one has ${availableParallelism()} cores and had ${loadavg()[1]?.toFixed(1)} programs running in the last five minutes`);
  for (const file of collections.missing) console.log(`Left out, or on generated papers: what needs ${file}, which is not beside this checkout`);
  const all = results.flatMap(({ measured }) => measured);
  if (options.keep) writeFileSync(KEPT_FILE, `${JSON.stringify(keepFigures(kept, all, baseline), null, 2)}\n`);
  return all.filter((each) => judge(each, kept[each.figure.name], baseline) === 'LOSS').map(({ figure }) => figure.name);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false }, only: { type: 'string', multiple: true, default: [] } },
});
const sections = chosenSections(values.quick, [...values.only, ...positionals]);
if (!sections) {
  console.error(`--only takes names of sections: ${Object.keys(SECTIONS).join(', ')}`);
  process.exit(2);
}
const losses = await bench(sections, values);
if (losses.length > 0) {
  console.log(`\nLost beyond noise since the kept figures: ${losses.join('; ')}`);
  process.exitCode = values.keep ? 0 : 1;
}
