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
  const known = lastOf(papers);
  const before = latest.get(index) ?? (known && haveSameStructure(index, known.built.index) ? known : undefined);
  const built = before ? rebuilt(before, settings, given, watch) : buildMap(papers, settings, { index, ...(previous ? { previous } : {}), ...(topicsBefore ? { topicsBefore } : {}), ...(known ? { earlier: known.built } : {}) }, watch);
  const build: Build = { built, given };
  latest.set(index, build);
  last = new WeakRef(build);
  return built.map;
}

/** The last build, where it was of the same papers. */
function lastOf(papers: readonly Paper[]): Build | undefined {
  const build = last?.deref();
  return build?.built.papers.length === papers.length && papers.every(({ id }, row) => id === build.built.papers[row]?.id) ? build : undefined;
}

function rebuilt({ built, given: before }: Build, settings: MapSettings, given: MapBasis, watch: Watch): BuiltMap {
  const { index, previous, topicsBefore } = given;
  const isSame = areSameSettings(settings, built.settings) && previous === before.previous && topicsBefore === before.topicsBefore && haveSameNames(index, built.index);
  return isSame ? { ...built, index } : rebuildMap({ ...built, index }, settings, { previous: previous ?? null, topicsBefore }, watch);
}

function areSameSettings(one: MapSettings, other: MapSettings): boolean {
  return mapSettingsSchema.keyof().options.every((name) => one[name] === other[name]);
}
