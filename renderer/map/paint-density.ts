import { densityLevels } from '../../shared/density.ts';
import { DENSITY_COLOURS } from '../../shared/palette.ts';
import type { Camera } from './camera.ts';
import type { ThemeName } from './colours.ts';
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
  private readonly paths = new Map<number, Path2D[]>();

  /** Forgets what is kept: nodes have moved. */
  reset(): void {
    this.paths.clear();
  }

  paint(context: CanvasRenderingContext2D, graph: SceneGraph, camera: Camera, theme: ThemeName): void {
    context.save();
    context.translate(camera.panX, camera.panY);
    context.scale(camera.zoom, camera.zoom);
    context.globalAlpha = LEVEL_OPACITY[theme];
    context.fillStyle = DENSITY_COLOURS[theme];
    for (const path of this.pathsFor(graph, camera.zoom)) context.fill(path, 'evenodd');
    context.restore();
  }

  private pathsFor(graph: SceneGraph, zoom: number): Path2D[] {
    if (graph !== this.graph || this.paths.size > KEPT) this.paths.clear();
    this.graph = graph;
    const step = Math.round(Math.log(zoom) / Math.log(ZOOM_STEP));
    const known = this.paths.get(step);
    if (known) return known;
    const paths = densityLevels(graph.nodes, BANDWIDTH / ZOOM_STEP ** step).map((level) => {
      const path = new Path2D();
      traceArea(path, level);
      return path;
    });
    this.paths.set(step, paths);
    return paths;
  }
}
