import { call } from '../api/call.ts';
import type { ExportFormat } from '../../shared/export-options.ts';
import { hasOverview } from '../../shared/picture/level-of-detail.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { openAnnotations, starredTargets } from './annotations.ts';
import { saveBytes } from './downloads.ts';
import { graphViewHandle } from './graph-view-handle.ts';
import { openMap } from './library-store.ts';
import { sayDone, sayFailed } from './message-store.ts';
import { shownPath } from './path-store.ts';
import { asTask } from './task-store.ts';
import { matchesOnMap } from './use-matches.ts';
import { useView, selected } from './view-store.ts';

/** What of the map a figure shows: the part that is on the screen as it looks there, every paper, or the topics alone. */
export type FigureExtent = 'screen' | 'papers' | 'topics';

/** What a figure is to look like. */
export interface FigureChoice {
  extent: FigureExtent;
  title: string;
  legend: boolean;
  theme: 'light' | 'dark';
}

/** What the user chose in the export dialog. */
export interface ExportChoice extends FigureChoice {
  format: ExportFormat;
  /** Pixels of a PNG for each pixel of the figure. */
  scale: 1 | 2 | 4;
}

const LONG_SIDE = 1600;
const SHORTEST_SIDE = 600;

/** Makes a file of the map and gives it to the user. True when it was saved. */
export async function exportMap(choice: ExportChoice): Promise<boolean> {
  const reply = await asTask('Making the file', () => call('export.make', { format: choice.format, scale: choice.scale, figure: figureOf(choice) }));
  if (!reply.ok) {
    sayFailed(reply.failure);
    return false;
  }
  const isSaved = await saveBytes(reply.value);
  if (isSaved) sayDone(`Saved ${reply.value.name}`);
  return isSaved;
}

/** Whether a map is seen as bubbles of topics from afar, so that these can be a figure of their own. */
export function hasTopicFigure(map: TopicMap | null): boolean {
  const { view } = useView.getState();
  return map !== null && view !== 'concepts' && hasOverview(map.papers.length);
}

/** The options of the figure that a choice asks for, as the map stands now. */
export function figureOf({ extent, title, legend, theme }: FigureChoice) {
  const { view, hiddenTopics, look } = useView.getState();
  const plain = { view, theme, title: title.trim(), legend, hiddenTopics: [...hiddenTopics], ...look };
  const map = graphViewHandle.current;
  const window = map?.window();
  if (extent !== 'screen' || !map || !window || window.width <= 0 || window.height <= 0) return { ...plain, detail: extent === 'topics' ? ('as-on-screen' as const) : ('every-paper' as const) };
  return { ...plain, detail: 'as-on-screen' as const, window, zoom: map.viewport().zoom, width: widthFor(window), ...standingOut() };
}

/** The width at which the longer side of a figure of a part of the map is as long as a figure usually is. */
function widthFor({ width, height }: { width: number; height: number }): number {
  return Math.max(SHORTEST_SIDE, Math.round(LONG_SIDE * Math.min(1, width / height)));
}

/** What stands out on the map. */
function standingOut() {
  const map = openMap();
  const matches = map && matchesOnMap(map);
  const path = shownPath();
  return { starred: [...starredTargets(openAnnotations())], selection: selected(), matches: matches && [...matches], path: path && [...path] };
}
