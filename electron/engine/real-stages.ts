import { exportMap } from './export/export-map.ts';
import { joinDuplicates, readPapers } from './import/read-papers.ts';
import { buildMap } from './pipeline.ts';
import type { Stages } from './stages.ts';

/** The stages of the product. */
export const REAL_STAGES: Stages = {
  readPapers: (sources, watch) => readPapers(sources, {}, watch),
  joinDuplicates,
  buildMap,
  exportMap,
};
