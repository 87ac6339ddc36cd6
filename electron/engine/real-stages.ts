import { exportMap } from './export/export-map.ts';
import type { Stages } from './stages.ts';

/** TEMP */
export const REAL_STAGES: Stages = {
  readPapers: () => { throw new Error('not yet'); },
  joinDuplicates: () => { throw new Error('not yet'); },
  buildMap: () => { throw new Error('not yet'); },
  exportMap,
};
