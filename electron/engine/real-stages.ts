import type { Paper } from '../../shared/paper.ts';
import type { MapSettings } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { exportMap } from './export/export-map.ts';
import { joinDuplicates, readPapers } from './import/read-papers.ts';
import type { ConceptIndex, Watch } from './model.ts';
import { buildConcepts, buildMap, rebuildMap, type BuiltMap } from './pipeline.ts';
import type { MapBasis, Stages } from './stages.ts';

/** The stages of the product. */
export const REAL_STAGES: Stages = {
  readPapers: (sources, watch) => readPapers(sources, {}, watch),
  joinDuplicates,
  findConcepts: (papers, thesauri, watch) => buildConcepts(papers, thesauri, watch).index,
  buildMap: buildOrRebuild,
  exportMap,
};

/** The latest results of all stages for an index, so that another map of the same papers runs only the stages that its settings change. */
const latest = new WeakMap<ConceptIndex, BuiltMap>();

function buildOrRebuild(papers: readonly Paper[], settings: MapSettings, { index, previous, topicsBefore }: MapBasis, watch: Watch): TopicMap {
  const before = latest.get(index);
  const built = before ? rebuildMap(before, settings, { previous: previous ?? null, topicsBefore }, watch) : buildMap(papers, settings, { index, previous, topicsBefore }, watch);
  latest.set(index, built);
  return built.map;
}
