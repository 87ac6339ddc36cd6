import type { Paper } from '../../shared/paper.ts';
import type { MapSettings } from '../../shared/settings.ts';
import { exportMap } from './export/export-map.ts';
import { joinDuplicates, readPapers } from './import/read-papers.ts';
import type { ConceptIndex, Watch } from './model.ts';
import { buildMap, rebuildMap, type BuiltMap } from './pipeline.ts';
import type { MapBasis, Stages } from './stages.ts';

/** The stages of the product. */
export const REAL_STAGES: Stages = {
  readPapers: (sources, watch) => readPapers(sources, {}, watch),
  joinDuplicates,
  buildMap: buildOrRebuild,
  exportMap,
};

/** The latest results of all stages for an index, so that another map of the same papers runs only the stages that its settings change. */
const latest = new WeakMap<ConceptIndex, BuiltMap>();

function buildOrRebuild(papers: readonly Paper[], settings: MapSettings, { index, previous, topicsBefore, ...thesauri }: MapBasis, watch: Watch): BuiltMap {
  const before = index && latest.get(index);
  const built = before ? rebuildMap(before, settings, { previous: previous ?? null, topicsBefore }, watch) : buildMap(papers, settings, { index, previous, topicsBefore, ...thesauri }, watch);
  latest.set(built.index, built);
  return built;
}
