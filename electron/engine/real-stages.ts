import type { Paper } from '../../shared/paper.ts';
import { mapSettingsSchema, type MapSettings } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { exportMap } from './export/export-map.ts';
import { joinDuplicates, readPapers } from './import/read-papers.ts';
import type { ConceptIndex, Watch } from './model.ts';
import { buildConcepts, buildMap, rebuildMap, type BuiltMap } from './pipeline.ts';
import { haveSameNames, haveSameStructure } from './same-structure.ts';
import type { MapBasis, Stages } from './stages.ts';

/** The stages of the product. */
export const REAL_STAGES: Stages = {
  readPapers: (sources, watch) => readPapers(sources, {}, watch),
  joinDuplicates,
  findConcepts: (papers, thesauri, watch) => buildConcepts(papers, thesauri, watch).index,
  buildMap: buildOrRebuild,
  exportMap,
};

/** What the latest map of an index was built with, and all that came of it. */
interface Build {
  built: BuiltMap;
  given: MapBasis;
}

/** The latest results of all stages for an index, so that another map of the same papers runs only the stages that its settings change. */
const latest = new WeakMap<ConceptIndex, Build>();

/** The last of these. */
let last: WeakRef<Build> | null = null;

/** Builds a map, of the last one whatever it has in common: after a concept was renamed only names are given anew. */
function buildOrRebuild(papers: readonly Paper[], settings: MapSettings, given: MapBasis, watch: Watch): TopicMap {
  const { index, previous, topicsBefore } = given;
  const before = latest.get(index) ?? likeLast(papers, index);
  const built = before ? rebuilt(before, settings, given, watch) : buildMap(papers, settings, { index, previous, topicsBefore }, watch);
  const build: Build = { built, given };
  latest.set(index, build);
  last = new WeakRef(build);
  return built.map;
}

function likeLast(papers: readonly Paper[], index: ConceptIndex): Build | undefined {
  const build = last?.deref();
  if (!build || papers.length !== build.built.papers.length || papers.some(({ id }, row) => id !== build.built.papers[row]?.id)) return undefined;
  return haveSameStructure(index, build.built.index) ? build : undefined;
}

function rebuilt({ built, given: before }: Build, settings: MapSettings, given: MapBasis, watch: Watch): BuiltMap {
  const { index, previous, topicsBefore } = given;
  const isSame = areSameSettings(settings, built.settings) && previous === before.previous && topicsBefore === before.topicsBefore && haveSameNames(index, built.index);
  return isSame ? { ...built, index } : rebuildMap({ ...built, index }, settings, { previous: previous ?? null, topicsBefore }, watch);
}

function areSameSettings(one: MapSettings, other: MapSettings): boolean {
  return mapSettingsSchema.keyof().options.every((name) => one[name] === other[name]);
}
