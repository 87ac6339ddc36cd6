import type { LabelRole } from './label-plan.ts';

/** Width of a halo's stroke in pixels, half of which shows. */
export const HALO_WIDTH: Record<LabelRole, number> = { topic: 6.5, node: 5, selected: 5.5, card: 0 };
export const HALO_OPACITY = 0.88;
/** Opacity of names whose topic is not among what is lifted out. */
export const FADED_OPACITY = 0.3;
/** From the top of a line of text down to its baseline, as a multiple of the font size. */
export const BASELINE = 0.98;
