import { densityLevels, type DensityLevel } from '../density.ts';
import { DENSITY_COLOURS } from '../palette.ts';
import type { Camera } from './camera.ts';
import type { ThemeName } from './colours.ts';
import type { Pen } from './pen.ts';
import type { SceneGraph } from './scene-graph.ts';
import { traceArea } from './topic-areas.ts';

/** Width of the Gaussian on screen, in pixels: details are as fine at every zoom. */
const BANDWIDTH = 20;
/** Bandwidths are worked out for zooms in steps of this ratio, and kept. */
const ZOOM_STEP = Math.SQRT2;
const KEPT = 6;
/** Opacity of one level; they lie on each other. */
const LEVEL_OPACITY = { light: 0.075, dark: 0.09 } as const;

/** Paints how dense nodes are as soft levels. Kept for each graph and step of zoom. */
export class DensityPainter {
  private graph: SceneGraph | null = null;
  private readonly levels = new Map<number, DensityLevel[]>();

  /** Forgets what is kept: nodes have moved. */
  reset(): void {
    this.levels.clear();
  }

  paint(pen: Pen, graph: SceneGraph, camera: Camera, theme: ThemeName): void {
    pen.save();
    pen.translate(camera.panX, camera.panY);
    pen.scale(camera.zoom, camera.zoom);
    pen.globalAlpha = LEVEL_OPACITY[theme];
    pen.fillStyle = DENSITY_COLOURS[theme];
    for (const level of this.levelsFor(graph, camera.zoom)) {
      pen.beginPath();
      traceArea(pen, level);
      pen.fill('evenodd');
    }
    pen.restore();
  }

  private levelsFor(graph: SceneGraph, zoom: number): readonly DensityLevel[] {
    if (graph !== this.graph || this.levels.size > KEPT) this.levels.clear();
    this.graph = graph;
    const step = Math.round(Math.log(zoom) / Math.log(ZOOM_STEP));
    const levels = this.levels.get(step) ?? densityLevels(graph.nodes, BANDWIDTH / ZOOM_STEP ** step);
    this.levels.set(step, levels);
    return levels;
  }
}
