import { measureLayout, type LayoutMeasures } from '../../electron/engine/layout/measure-layout.ts';
import { UNWATCHED } from '../../electron/engine/model.ts';
import { buildMap } from '../../electron/engine/pipeline.ts';
import { DEFAULT_MAP_SETTINGS } from '../../shared/settings.ts';
import { mainTopics } from '../../shared/topic-map.ts';
import type { Collections } from './collections.ts';
import { generatedPapers } from './corpus.ts';
import { measureDrawing, type DrawingMeasure } from './drawing.ts';
import { measureEdits } from './edits.ts';
import type { FirstEditMeasure } from './first-edit.ts';
import { measureExploring } from './exploring.ts';
import type { Figure, Measured, Tolerance } from './figure.ts';
import { papersWithoutGold } from './gold.ts';
import { areaScores, keyphraseScoresWithoutThesaurus, keywordScores, orderDifferences, shuffle } from './measure-quality.ts';

/** One part of the bench. It leaves out the figures of collections that are absent. */
export interface Section {
  title: string;
  /** Whether it is part of --quick. */
  quick: boolean;
  measure: (collections: Collections) => Promise<Measured[]>;
}

/** F1 moves by some tenths of a percent with changes that no reader notices. */
const F1_NOISE: Tolerance = { by: 0.5 };
/** Louvain moves AMI by up to 0.01 with the order of papers alone. */
const AGREEMENT_NOISE: Tolerance = { by: 0.01 };
/** A layout of as good parts may differ by this much in trustworthiness, stress or shares of papers. */
const LAYOUT_NOISE: Tolerance = { by: 0.02 };
/** Processor time is steady to a fifth when other programs run; half as much again is a loss. */
const SPEED_NOISE: Tolerance = { timesBaseline: 1.5 };
/** An edit is short: one collection of garbage counts. */
const EDIT_NOISE: Tolerance = { timesBaseline: 2 };
/** Peak memory depends on when garbage is collected. */
const MEMORY_NOISE: Tolerance = { times: 1.25 };
/** Frames are drawn by a browser that shares the machine: work a frame went from 5.5 to 14 ms when ten programs ran. */
const DRAWING_NOISE: Tolerance = { times: 3 };
const NONE: Tolerance = { by: 0 };

const SHUFFLE_SEED = 7;
const GENERATED_FOR_ORDER = 2_000;

const ICLR = 'data/dev-iclr2024.jsonl';
const AAAI = 'data/areas-aaai2021-22.jsonl';
const INSPEC = 'data/kp-inspec-dev.jsonl';

function higher(name: string, decimals: number, tolerance: Tolerance, target?: number, others?: string): Figure {
  return { name, decimals, better: 'higher', tolerance, ...(target === undefined ? {} : { target }), ...(others === undefined ? {} : { others }) };
}

function lower(name: string, decimals: number, tolerance: Tolerance, target?: number, others?: string): Figure {
  return { ...higher(name, decimals, tolerance, target, others), better: 'lower' };
}

async function concepts(collections: Collections): Promise<Measured[]> {
  const measured: Measured[] = [];
  const iclr = await collections.mapped(ICLR);
  if (iclr) {
    const [at5 = 0, at10 = 0] = keywordScores(iclr.gold, iclr.built);
    measured.push({ figure: higher('ICLR 2024, author keywords: F1 at 5', 1, F1_NOISE, 28, 'YAKE 18.5'), value: at5 });
    measured.push({ figure: higher('ICLR 2024, author keywords: F1 at 10', 1, F1_NOISE, 23, 'YAKE 17.1'), value: at10 });
  }
  const inspec = collections.find(INSPEC);
  if (inspec) {
    const [at5 = 0, at10 = 0] = await keyphraseScoresWithoutThesaurus(inspec);
    measured.push({ figure: higher('Inspec development, no thesaurus: F1 at 5', 1, F1_NOISE, 32, 'TextRank 29.3, PromptRank 31.7 (test part)'), value: at5 });
    measured.push({ figure: higher('Inspec development, no thesaurus: F1 at 10', 1, F1_NOISE, 38, 'TextRank 35.6, PromptRank 37.9 (test part)'), value: at10 });
  }
  return measured;
}

async function topics(collections: Collections): Promise<Measured[]> {
  const measured: Measured[] = [];
  const sets = [
    { file: ICLR, name: 'ICLR 2024 against areas', ami: 0.29, ari: 0.17, others: ['KMeans told k 0.280, Leiden 0.268', 'Leiden 0.154, KMeans told k 0.147'] },
    { file: AAAI, name: 'AAAI 2021-22 against areas', ami: 0.34, ari: 0.18, others: ['Leiden 0.313, KMeans told k 0.308', 'LDA told k 0.175, Leiden 0.163'] },
  ];
  for (const { file, name, ami, ari, others } of sets) {
    const mapped = await collections.mapped(file);
    if (!mapped) continue;
    const agreement = areaScores(mapped.gold, mapped.built);
    measured.push({ figure: higher(`${name}: AMI`, 3, AGREEMENT_NOISE, ami, others[0]), value: agreement.ami });
    measured.push({ figure: higher(`${name}: ARI`, 3, { by: 0.02 }, ari, others[1]), value: agreement.ari });
    measured.push({ figure: { name: `${name}: topics`, decimals: 0, better: 'neither', tolerance: 'shown', others: '20 areas' }, value: mainTopics(mapped.built.map).length });
    measured.push({ figure: higher(`${name}: stability`, 3, { by: 0.05 }), value: mapped.built.map.quality.stability });
  }
  return measured;
}

async function order(collections: Collections): Promise<Measured[]> {
  const path = collections.find(ICLR);
  const { name, map, others } = path ? await shuffledFile(path, collections) : shuffledGenerated();
  const { movedPapers, otherBytes } = orderDifferences(map, others);
  return [
    { figure: lower(`${name}, records shuffled: papers in another topic`, 0, NONE, 0, 'Louvain: AMI moves by 0.01'), value: movedPapers },
    { figure: lower(`${name}, records shuffled: maps of other bytes`, 0, NONE, 0), value: otherBytes },
  ];
}

async function shuffledFile(path: string, collections: Collections) {
  const mapped = await collections.mapped(ICLR);
  if (!mapped) throw new Error(`${ICLR} is there and not there`);
  return { name: 'ICLR 2024', map: mapped.built.map, others: await papersWithoutGold(path, (lines) => shuffle(lines, SHUFFLE_SEED)) };
}

function shuffledGenerated() {
  const papers = generatedPapers(GENERATED_FOR_ORDER);
  return { name: `${GENERATED_FOR_ORDER} generated papers`, map: buildMap(papers, DEFAULT_MAP_SETTINGS, {}, UNWATCHED).map, others: shuffle(papers, SHUFFLE_SEED) };
}

/** What is known of each measure of a layout; one that is not here is shown. */
const LAYOUT_FIGURES: Record<string, Omit<Figure, 'name'>> = {
  trustworthiness: { decimals: 3, better: 'higher', tolerance: LAYOUT_NOISE },
  overlaps: { decimals: 0, better: 'lower', tolerance: NONE, target: 0 },
  sameTopicNearby: { decimals: 3, better: 'higher', tolerance: LAYOUT_NOISE },
  crossings: { decimals: 3, better: 'lower', tolerance: LAYOUT_NOISE },
  stress: { decimals: 3, better: 'lower', tolerance: LAYOUT_NOISE },
  areaPerPaper: { decimals: 0, better: 'neither', tolerance: 'shown' },
};

function layoutFigures(name: string, measures: LayoutMeasures): Measured[] {
  return Object.entries(measures).flatMap(([measure, value]): Measured[] => {
    if (typeof value !== 'number') return [];
    const known = LAYOUT_FIGURES[measure] ?? { decimals: 3, better: 'neither', tolerance: 'shown' };
    return [{ figure: { name: `${name}: ${wordsOf(measure)}`, ...known }, value }];
  });
}

function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

async function layout(collections: Collections): Promise<Measured[]> {
  const iclr = await collections.mapped(ICLR);
  const count = collections.runSizes[0] ?? 0;
  const run = await collections.run(count);
  return [...(iclr ? layoutFigures('ICLR 2024', measureLayout(iclr.built.map)) : []), ...layoutFigures(collections.nameOf(count), measureLayout(run.map))];
}

const WALL: Record<number, { seconds: number; others: string }> = {
  10_000: { seconds: 5, others: 'scikit-learn + igraph 14.6' },
  50_000: { seconds: 30, others: 'scikit-learn + igraph 137' },
};
const PEAK: Record<number, { megabytes?: number; others: string }> = {
  10_000: { others: 'scikit-learn + igraph 465' },
  50_000: { megabytes: 1500, others: 'scikit-learn + igraph 1600' },
};

async function runs(collections: Collections): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const count of collections.runSizes) {
    const { wallSeconds, userSeconds, peakMegabytes } = await collections.run(count);
    const name = collections.nameOf(count);
    measured.push({ figure: lower(`${name}: wall time, s`, 1, 'shown', WALL[count]?.seconds, WALL[count]?.others), value: wallSeconds });
    measured.push({ figure: lower(`${name}: processor time, s`, 1, SPEED_NOISE), value: userSeconds });
    measured.push({ figure: lower(`${name}: peak memory, MB`, 0, MEMORY_NOISE, PEAK[count]?.megabytes, PEAK[count]?.others), value: peakMegabytes });
  }
  return [...measured, ...(await growth(collections))];
}

/** The exponent b of time = a × papers^b between the smallest and the largest run. */
async function growth(collections: Collections): Promise<Measured[]> {
  const [first, last] = [collections.runSizes[0], collections.runSizes.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const [small, large] = [await collections.run(first), await collections.run(last)];
  const exponent = (a: number, b: number) => Math.log(b / a) / Math.log(large.papers / small.papers);
  const name = `growth from ${first} to ${last} papers, exponent`;
  return [
    { figure: lower(`${name}: processor time`, 2, { by: 0.1 }, 1.1, 'exact neighbours 2'), value: exponent(small.userSeconds, large.userSeconds) },
    { figure: lower(`${name}: wall time`, 2, 'shown', 1.1), value: exponent(small.wallSeconds, large.wallSeconds) },
  ];
}

async function stages(collections: Collections): Promise<Measured[]> {
  const count = collections.runSizes[0] ?? 0;
  const { timings, papers } = await collections.run(count);
  return Object.entries(timings).map(([stage, ms]) => ({ figure: higher(`${collections.nameOf(count)}, ${stage}: papers/s by wall time`, 0, 'shown'), value: papers / (Math.max(1, ms) / 1000) }));
}

const DRAWN_PAPERS = [500, 2_000];
const DRAWN: { key: keyof DrawingMeasure; baseline?: keyof DrawingMeasure; name: string; better: Figure['better']; tolerance: Tolerance }[] = [
  { key: 'firstPictureMs', baseline: 'baselineFirstPictureMs', name: 'first picture, ms', better: 'lower', tolerance: DRAWING_NOISE },
  { key: 'panFps', baseline: 'baselinePanFps', name: 'panning, frames/s', better: 'higher', tolerance: 'shown' },
  { key: 'panWorkMs', baseline: 'baselinePanWorkMs', name: 'panning, work a frame, ms', better: 'lower', tolerance: DRAWING_NOISE },
  { key: 'zoomFps', baseline: 'baselineZoomFps', name: 'zooming, frames/s', better: 'higher', tolerance: 'shown' },
  { key: 'conceptsMs', name: 'switching to concepts, ms', better: 'lower', tolerance: DRAWING_NOISE },
  { key: 'longestTaskMs', name: 'longest task while exploring, ms', better: 'lower', tolerance: 'shown' },
  { key: 'zoomWorkMs', baseline: 'baselineZoomWorkMs', name: 'zooming, work a frame, ms', better: 'lower', tolerance: DRAWING_NOISE },
];

/** Others: Cytoscape with all links and its default settings in the same run. */
async function drawing(): Promise<Measured[]> {
  const sizes = await measureDrawing(DRAWN_PAPERS);
  return sizes.flatMap((size) =>
    DRAWN.map(({ key, baseline, name, better, tolerance }) => ({
      figure: { name: `${size.papers} papers drawn: ${name}`, decimals: 1, better, tolerance, ...(baseline && { others: `Cytoscape alone ${size[baseline].toFixed(1)}` }) },
      value: size[key],
    })),
  );
}

/** Processor time of two busy programs, in turn with those that run beside them. */
const OPENING_NOISE: Tolerance = { timesBaseline: 2 };
/** Tasks are measured by the clock, and those under 50 ms not at all: a program beside them makes one half as long again. */
const TASK_NOISE: Tolerance = { by: 60 };

const EXPLORED_PAPERS = 2_000;
const OPEN_LIMIT_MS = 2_000;
const TASK_LIMIT_MS = 100;
/** Within a tenth of a second one sees what one did as one's own doing (Miller 1968; Nielsen 1993). */
const TAKEN_LIMIT_MS = 100;

async function exploring(collections: Collections): Promise<Measured[]> {
  const { papers, opening, steps, edits: edited } = await measureExploring(EXPLORED_PAPERS, collections.find(ICLR));
  const name = `${papers} papers explored`;
  return [
    { figure: lower(`${name}: a saved map, from click to picture, ms`, 0, DRAWING_NOISE, OPEN_LIMIT_MS), value: opening.wallMs },
    { figure: lower(`${name}: opening, processor time of the page, ms`, 0, OPENING_NOISE), value: opening.pageMs },
    ...(opening.hostMs === null ? [] : [{ figure: lower(`${name}: opening, processor time of the host, ms`, 0, OPENING_NOISE), value: opening.hostMs }]),
    ...steps.map(({ name: step, longestTaskMs }) => ({ figure: lower(`${name}, longest task, ms: ${step}`, 0, TASK_NOISE, TASK_LIMIT_MS), value: longestTaskMs })),
    ...edited.map(({ name: edit, pictureMs }) => ({ figure: lower(`${name}, from the command to the picture, ms: ${edit}`, 0, 'shown'), value: pictureMs })),
    ...edited.map(({ name: edit, takenMs, pictureMs }) => ({ figure: lower(`${name}, from the command until it is seen to be taken, ms: ${edit}`, 0, 'shown', TAKEN_LIMIT_MS), value: takenMs ?? pictureMs })),
  ];
}

/** Edits after which links or topics are found anew, and the others. */
const SLOWER_EDITS = /concepts?$|wording|resolution|apart/;
const EDIT_LIMITS_MS = { slower: 300, quick: 60 };

async function edits(collections: Collections): Promise<Measured[]> {
  const { edits: measured, first } = await measureEdits(EXPLORED_PAPERS, collections.find(ICLR));
  const figures = measured.flatMap(({ name, wallMs, processorMs, kilobytes }): Measured[] => {
    const limit = SLOWER_EDITS.test(name) && !name.startsWith('rename') ? EDIT_LIMITS_MS.slower : EDIT_LIMITS_MS.quick;
    const of = `${EXPLORED_PAPERS} papers, ${name}`;
    return [
      { figure: lower(`${of}: wall time, ms`, 0, 'shown', limit), value: wallMs },
      { figure: lower(`${of}: processor time, ms`, 0, EDIT_NOISE), value: processorMs },
      { figure: lower(`${of}: largest reply, kB`, 0, 'shown'), value: kilobytes },
    ];
  });
  return [...figures, ...firstEditFigures(first)];
}

const WAIT_LIMIT_MS = 50;

function firstEditFigures({ atOnceMs, restedMs, restedProcessorMs, longestWaitMs, commonWaitMs, readyProcessorMs }: FirstEditMeasure): Measured[] {
  const of = `${EXPLORED_PAPERS} papers, first merge after opening`;
  return [
    { figure: lower(`${of}, asked for at once: wall time, ms`, 0, 'shown'), value: atOnceMs },
    { figure: lower(`${of}: wall time, ms`, 0, 'shown', EDIT_LIMITS_MS.slower), value: restedMs },
    { figure: lower(`${of}: processor time, ms`, 0, EDIT_NOISE), value: restedProcessorMs },
    { figure: lower(`${of}: getting ready for it, processor time, ms`, 0, EDIT_NOISE), value: readyProcessorMs },
    { figure: lower(`${of}: longest wait for an answer meanwhile, ms`, 0, 'shown', 2 * WAIT_LIMIT_MS), value: longestWaitMs },
    { figure: lower(`${of}: wait of all answers but 1 %, ms`, 0, 'shown', WAIT_LIMIT_MS), value: commonWaitMs },
  ];
}

/** The parts of the bench, by the names that --only takes. */
export const SECTIONS = {
  concepts: { title: 'Concepts against what people wrote', quick: true, measure: concepts },
  topics: { title: 'Topics against areas', quick: true, measure: topics },
  order: { title: 'Order of records', quick: true, measure: order },
  runs: { title: 'Whole runs of the command line: map PAPERS -o map.json', quick: true, measure: runs },
  stages: { title: 'Stages of the smallest run', quick: true, measure: stages },
  layout: { title: 'Layout', quick: true, measure: layout },
  edits: { title: 'Edits, from the command to the reply: the best of four', quick: true, measure: edits },
  exploring: { title: 'The whole app in a real Chromium: opening, and the page’s longest task (0 for less than 50 ms) step by step', quick: false, measure: exploring },
  drawing: { title: 'Drawing in a real Chromium, software rendering, map fitted', quick: false, measure: drawing },
} satisfies Record<string, Section>;

export type SectionName = keyof typeof SECTIONS;
