import { setTimeout as sleep } from 'node:timers/promises';
import type { Paper } from '../../shared/paper.ts';
import { mapSettingsSchema, type MapSettings } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { exportMap } from './export/export-map.ts';
import { madeMap, startGroundwork, type ComingGroundwork, type KnownMap } from './groundwork.ts';
import type { Groundwork } from './groundwork-task.ts';
import { joinDuplicates, readPapers } from './import/read-papers.ts';
import type { ConceptIndex, Watch } from './model.ts';
import { buildConcepts, buildMap, rebuildMap, type MadeMap } from './pipeline.ts';
import { rehearse } from './rehearsal.ts';
import { haveSameNames, haveSameStructure } from './same-structure.ts';
import type { MapBasis, Stages } from './stages.ts';

/** The stages of the product. */
export const REAL_STAGES: Stages = {
  readPapers: (sources, watch) => readPapers(sources, {}, watch),
  joinDuplicates,
  findConcepts: (papers, thesauri, watch) => buildConcepts(papers, thesauri, watch).index,
  buildMap: buildOrRebuild,
  makeReady,
  exportMap,
};

/** What the latest map of an index was built with, and all that came of it. */
interface Build {
  built: MadeMap;
  /** Null for a map that was read. */
  given: MapBasis | null;
}

/** The latest results of all stages for an index, so that another map of the same papers runs only the stages that its settings change. */
const latest = new WeakMap<ConceptIndex, Build>();

/** The last of these. */
let last: WeakRef<Build> | null = null;

/** What is being made for a map that was read. */
let coming: { known: KnownMap; work: ComingGroundwork } | null = null;

/** From so many papers on a map leaves nothing to rehearse. */
const PAPERS_TO_PRACTISE = 500;
const REHEARSAL_PAUSE_MS = 15;

/** Whether the stages have run enough to be quick. */
let isPractised = false;

/** Builds a map, of the last one whatever it has in common: after a concept was renamed only names are given anew. */
function buildOrRebuild(papers: readonly Paper[], settings: MapSettings, given: MapBasis, watch: Watch): TopicMap {
  const { index, previous, topicsBefore } = given;
  takeComing(index, watch);
  const known = lastOf(papers);
  const before = latest.get(index) ?? (known && haveSameStructure(index, known.built.index) ? known : undefined);
  const built = before ? rebuilt(before, settings, given, watch) : buildMap(papers, settings, { index, ...(previous ? { previous } : {}), ...(topicsBefore ? { topicsBefore } : {}), ...(known ? { earlier: known.built } : {}) }, watch);
  keep({ built, given });
  if (papers.length >= PAPERS_TO_PRACTISE) isPractised = true;
  return built.map;
}

function makeReady(known: KnownMap): () => void {
  const built = lastOf(known.papers)?.built;
  if (built && originOf(built.index) === originOf(known.index)) return () => undefined;
  coming?.work.stop();
  const work = startGroundwork(known);
  coming = work && { known, work };
  let isStopped = false;
  const goOn = async (groundwork: Groundwork | null) => {
    if (coming?.work === work) keepComing(groundwork);
    if (!isStopped) await practise(known, () => isStopped);
  };
  void work?.done.then(goOn).catch(() => undefined);
  return () => {
    isStopped = true;
    work?.stop();
    if (coming?.work === work) coming = null;
  };
}

/** Lets the stages run on a few papers until they are quick, a little at a time. */
async function practise(known: KnownMap, isStopped: () => boolean): Promise<void> {
  const goesOn = async () => {
    await sleep(REHEARSAL_PAUSE_MS, undefined, { ref: false });
    return !isStopped() && !isPractised;
  };
  if (await rehearse(known, goesOn)) isPractised = true;
}

/** The index that one was made of by corrections; itself where it was found. */
function originOf(index: ConceptIndex): ConceptIndex {
  return index.derived?.from ?? index;
}

/** Waits for what is being made, where it is for these concepts and far enough; else it is given up. */
function takeComing(index: ConceptIndex, watch: Watch): void {
  if (!coming) return;
  if (originOf(index) !== originOf(coming.known.index) || !coming.work.isWorthWaiting()) return letComingGo();
  watch.progress({ stage: 'graph', done: 0, total: 0, label: 'Linking papers' });
  keepComing(coming.work.take(watch));
}

function letComingGo(): void {
  coming?.work.stop();
  coming = null;
}

function keepComing(groundwork: Groundwork | null): void {
  if (coming && groundwork) keep({ built: madeMap(coming.known, groundwork), given: null });
  coming = null;
}

function keep(build: Build): void {
  latest.set(build.built.index, build);
  last = new WeakRef(build);
}

/** The last build, where it was of the same papers. */
function lastOf(papers: readonly Paper[]): Build | undefined {
  const build = last?.deref();
  return build && areSamePapers(papers, build.built.papers) ? build : undefined;
}

function areSamePapers(some: readonly Paper[], others: readonly Paper[]): boolean {
  return some === others || (some.length === others.length && some.every(({ id }, row) => id === others[row]?.id));
}

function rebuilt({ built, given: before }: Build, settings: MapSettings, given: MapBasis, watch: Watch): MadeMap {
  const { index, previous, topicsBefore } = given;
  const isSame = before !== null && areSameSettings(settings, built.settings) && previous === before.previous && topicsBefore === before.topicsBefore && haveSameNames(index, built.index);
  return isSame ? { ...built, index } : rebuildMap({ ...built, index }, settings, { previous: previous ?? null, topicsBefore }, watch);
}

function areSameSettings(one: MapSettings, other: MapSettings): boolean {
  return mapSettingsSchema.keyof().options.every((name) => one[name] === other[name]);
}
