import { call } from '../api/call.ts';
import type { ExportFormat } from '../../shared/export-options.ts';
import { openAnnotations, starredTargets } from './annotations.ts';
import { saveBytes } from './downloads.ts';
import { graphViewHandle } from './graph-view-handle.ts';
import { sayDone, sayFailed } from './message-store.ts';
import { asTask } from './task-store.ts';
import { useView, selected } from './view-store.ts';

/** What the user chose in the export dialog. */
export interface ExportChoice {
  format: ExportFormat;
  /** Pixels of a PNG for each pixel on screen. */
  scale: 1 | 2 | 4;
  /** All of the map, or the part that the screen shows. */
  extent: 'map' | 'screen';
  title: string;
  legend: boolean;
  theme: 'light' | 'dark';
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

function figureOf({ extent, title, legend, theme }: ExportChoice) {
  const { view, hiddenTopics, look } = useView.getState();
  const part = extent === 'screen' ? graphViewHandle.current?.window() : undefined;
  const ratio = part ? part.height / part.width : 1000 / 1600;
  const width = ratio > 1 ? Math.max(SHORTEST_SIDE, Math.round(LONG_SIDE / ratio)) : LONG_SIDE;
  const height = ratio > 1 ? LONG_SIDE : Math.max(SHORTEST_SIDE, Math.round(LONG_SIDE * ratio));
  return { view, theme, title: title.trim(), legend, width, height, hiddenTopics: [...hiddenTopics], ...look, window: part ?? null, zoom: part ? (graphViewHandle.current?.viewport().zoom ?? null) : null, starred: part ? [...starredTargets(openAnnotations())] : [], selection: extent === 'screen' ? selected() : null };
}
