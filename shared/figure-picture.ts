import { conceptStage } from './concept-budget.ts';
import { encodeColours, type ColourKey, type EncodedFacts } from './encoding.ts';
import type { FigureOptions } from './export-options.ts';
import { encodeSizes, type SizeSample } from './paper-sizes.ts';
import { fitCamera, isInSight, type Camera } from './picture/camera.ts';
import { emphasisOf, selectedNodes } from './picture/emphasis.ts';
import { planLabels, planNames, type MapLabel } from './picture/label-plan.ts';
import { withEveryNode, type Detail } from './picture/level-of-detail.ts';
import { MapGrounds } from './picture/map-grounds.ts';
import { isShaded, tintOf } from './picture/map-look.ts';
import type { Picture } from './picture/paint-picture.ts';
import { colourNodes, conceptsToDraw, restingLinks, sceneGraph, type SceneGraph, type SceneLink, type SceneNode } from './picture/scene-graph.ts';
import { starredNodes, starredTopics } from './picture/starred.ts';
import type { TopicMap } from './topic-map.ts';

/** What a figure shows of a map, worked out as the screen does. */
export interface FigurePicture {
  camera: Camera;
  picture: Picture;
  labels: readonly MapLabel[];
}

/** What does not depend on how large the figure's picture gets. */
export interface FigureScene {
  graph: SceneGraph;
  grounds: MapGrounds;
  colourKey: ColourKey;
  sizeSamples: readonly SizeSample[];
  /** The screen that the figure prints; null for a figure of the whole map. */
  screen: Camera | null;
}

/** Papers, concepts and links of a figure with their colours and sizes, and where the screen stands if the figure is of one. */
export function figureScene(map: TopicMap, options: FigureOptions, facts: EncodedFacts): FigureScene {
  const colours = encodeColours(map, options, facts, options.theme);
  const sizes = encodeSizes(map, options.sizeBy, facts);
  const hidden = new Set(options.hiddenTopics);
  const atStage = (stage: number) => {
    const graph = sceneGraph(map, options.view, hidden, sizes, conceptsToDraw(map, options.view, options.selection, stage));
    return { graph, grounds: new MapGrounds(graph, 'kept') };
  };
  const screen = screenOf(options);
  const first = atStage(0);
  const stage = screen && options.view !== 'papers' ? conceptStage(screen.zoom, first.grounds.fitZoom(screen)) : 0;
  const { graph, grounds } = stage === 0 ? first : atStage(stage);
  colourNodes(graph, colours);
  return { graph, grounds, colourKey: colours.key, sizeSamples: sizes.samples, screen };
}

function screenOf({ window, zoom: onScreen, width }: FigureOptions): Camera | null {
  if (!window) return null;
  const zoom = onScreen ?? width / window.width;
  return { zoom, panX: -window.x * zoom, panY: -window.y * zoom, width: window.width * zoom, height: window.height * zoom };
}

/** The camera of a figure: that of the screen, else one that shows the whole map on so many pixels. */
export function figureCamera({ screen, grounds }: FigureScene, width: number, height: number): Camera {
  return screen ?? fitCamera(grounds.box ?? { left: 0, top: 0, right: 0, bottom: 0 }, width, height);
}

/** What is to be seen with a camera: every paper, or what the screen shows at that zoom. */
export function figureDetail({ grounds }: Pick<FigureScene, 'grounds'>, options: FigureOptions, camera: Camera): Detail {
  const detail = grounds.detail(camera);
  return options.detail === 'as-on-screen' ? detail : withEveryNode(detail);
}

/** What the figure shows with a camera. */
export function figurePicture({ graph, grounds }: FigureScene, options: FigureOptions, camera: Camera): FigurePicture {
  const { selection, matches, path, starred, theme, backdrop } = options;
  const detail = figureDetail({ grounds }, options, camera);
  const emphasis = emphasisOf(graph, { selection, focusedTopic: selection?.kind === 'topic' ? selection.id : null, matches: matches && new Set(matches), path, picking: null }, null);
  const picture: Picture = {
    graph,
    grounds,
    detail,
    links: linksOf(graph, options, camera),
    theme,
    tint: tintOf(options),
    backdrop,
    isShaded: isShaded(options),
    rims: options.detail === 'every-paper' ? 'all' : 'large',
    emphasis,
    selected: new Set(selectedNodes(graph, selection)),
    pinned: [],
    starred: starredNodes(graph, starred),
    starredTopics: starredTopics(graph.map, starred),
  };
  const names = planNames(graph, grounds, camera, { isShaded: picture.isShaded, starred: picture.starredTopics, covers: [] }, detail);
  const labels = planLabels({ ...picture, names, covers: [], camera, hovered: null });
  return { camera, picture, labels };
}

/** Where every paper of a large map is drawn, as the screen never does, only the strongest link of each: more would grey the picture. */
const MOST_LINKED_WELL = 600;

function linksOf(graph: SceneGraph, { detail }: FigureOptions, camera: Camera): readonly SceneLink[] {
  const resting = restingLinks(graph, camera);
  if (detail === 'as-on-screen' || graph.nodes.length <= MOST_LINKED_WELL) return resting;
  const strongest = new Set(graph.nodes.flatMap(({ id }) => graph.linksOf.get(id)?.[0] ?? []));
  return resting.filter((link) => strongest.has(link));
}

/** The nodes whose middles are on the canvas of a camera. */
export function nodesInSight(nodes: readonly SceneNode[], camera: Camera): SceneNode[] {
  return nodes.filter(({ x, y }) => isInSight(camera, x * camera.zoom + camera.panX, y * camera.zoom + camera.panY, 0));
}
