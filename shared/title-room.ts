/** How titles of papers and names of concepts are set, and how many there is room for: on the screen and in figures. */

/** Pixels that labels keep from the edges. */
export const LABEL_EDGE = 6;
/** Font size and widest line in pixels, and most lines, of a title that is not selected. */
export const TITLE_STYLE = { fontSize: 11.5, fontWeight: 400, width: 168, lines: 2 } as const;
/** Titles tried, most important first. */
export const TITLE_CANDIDATES = 260;
/** Part of a small node's radius that a title must leave free: its rim may be touched, not its middle. */
export const CLEAR_PART = 0.8;

/** Square pixels for each title: a calm page has no more. */
const AREA_PER_TITLE = 11_000;
const LEAST_TITLES = 8;
/** Square pixels for each concept that is named even where its name covers lesser nodes: concepts lie in the thick of their topics. */
const AREA_PER_CONCEPT = 34_000;

/** Number of titles that a page of so many pixels has room for. */
export function titlesOn(width: number, height: number): number {
  return Math.max(LEAST_TITLES, Math.round((width * height) / AREA_PER_TITLE));
}

/** Number of concepts that a page of so many pixels names in any case. */
export function conceptsNamedOn(width: number, height: number): number {
  return Math.round((width * height) / AREA_PER_CONCEPT);
}
