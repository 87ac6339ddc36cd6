import type { Core } from 'cytoscape';
import { layers, type ICanvasStaticLayer } from 'cytoscape-layers';
import { MAP_COLOURS } from '../../shared/palette.ts';
import type { Camera } from './camera.ts';
import { AREA_OPACITY, VEIL_OPACITY, type ThemeName } from './colours.ts';
import type { Emphasis } from './emphasis.ts';
import type { MapLabel } from './label-plan.ts';
import { paintAreas, paintLinks, paintNodes, paintRing } from './paint-ground.ts';
import { LabelPainter } from './paint-labels.ts';
import type { SceneGraph, SceneLink, SceneNode } from './scene-graph.ts';
import type { TopicArea } from './topic-areas.ts';

/** All that the picture of the map is drawn from. */
export interface PictureState {
  camera: Camera;
  graph: SceneGraph;
  areas: readonly TopicArea[];
  /** Links drawn at rest. */
  links: readonly SceneLink[];
  theme: ThemeName;
  emphasis: Emphasis | null;
  /** How far what is lifted out stands out, 0..1. */
  lift: number;
  selected: ReadonlySet<SceneNode>;
  hoveredLink: SceneLink | null;
  labels: readonly MapLabel[];
}

/** Selections of more nodes than this are shown by lifting alone. */
const MOST_RINGS = 2;

/**
 * The two canvases of the map, beneath and above those of Cytoscape. The lower one holds areas, links and nodes; the upper one
 * the veil that dims them, what is lifted out above it, and labels: hovering and selecting repaint that one only.
 */
export class MapPicture {
  private readonly cy: Core;
  private readonly stateNow: () => PictureState | null;
  private readonly texts = new LabelPainter();
  private lower: ICanvasStaticLayer;
  private upper: ICanvasStaticLayer;
  private pixelRatio = 1;

  /** `stateNow` gives what to draw whenever something is drawn; null for nothing yet. */
  constructor(cy: Core, stateNow: () => PictureState | null) {
    this.cy = cy;
    this.stateNow = stateNow;
    [this.lower, this.upper] = this.createLayers();
  }

  /** Repaints now: both canvases, or the upper one only. */
  paint(all: boolean): void {
    if (this.pixelRatio !== devicePixelRatio) {
      this.lower.remove();
      this.upper.remove();
      this.texts.reset();
      [this.lower, this.upper] = this.createLayers();
      return;
    }
    if (all) this.lower.update();
    this.upper.update();
  }

  /** Draws texts anew: the font has come. */
  fontChanged(): void {
    this.texts.reset();
    this.paint(false);
  }

  private createLayers(): [ICanvasStaticLayer, ICanvasStaticLayer] {
    this.pixelRatio = devicePixelRatio;
    const options = { pixelRatio: this.pixelRatio };
    const host = layers(this.cy);
    const paintWith = (paint: (context: CanvasRenderingContext2D, state: PictureState) => void) => (context: CanvasRenderingContext2D) => {
      const state = this.stateNow();
      if (state) paint(context, state);
    };
    const lower = host.nodeLayer.insertBefore('canvas-static', options).callback(paintWith(paintLower));
    const upper = host.append('canvas-static', options).callback(paintWith((context, state) => this.paintUpper(context, state)));
    return [lower, upper];
  }

  private paintUpper(context: CanvasRenderingContext2D, state: PictureState): void {
    paintLifted(context, state);
    this.texts.paint(context, state.labels, state.camera, state.theme, this.pixelRatio);
  }
}

function paintLower(context: CanvasRenderingContext2D, { areas, camera, theme, links, graph }: PictureState): void {
  paintAreas(context, areas, camera, theme);
  paintLinks(context, links, camera, theme, false);
  paintNodes(context, graph.nodes, camera, theme, false);
}

function paintLifted(context: CanvasRenderingContext2D, { emphasis, lift, camera, theme, areas, selected, hoveredLink }: PictureState): void {
  if (emphasis && lift > 0) {
    context.globalAlpha = VEIL_OPACITY[theme] * lift;
    context.fillStyle = MAP_COLOURS[theme].ground;
    context.fillRect(0, 0, camera.width, camera.height);
    context.globalAlpha = 1;
    paintAreas(context, areas.filter(({ topic }) => topic === emphasis.topic), camera, theme, AREA_OPACITY[theme] * lift);
    paintLinks(context, emphasis.links, camera, theme, true);
    paintNodes(context, emphasis.nodes, camera, theme, true);
  }
  if (hoveredLink) paintLinks(context, [hoveredLink], camera, theme, true);
  if (hoveredLink) paintNodes(context, [hoveredLink.source, hoveredLink.target], camera, theme, true);
  if (selected.size <= MOST_RINGS) for (const node of selected) paintRing(context, node, camera, theme);
}
