import { encodeColours } from '../../shared/encoding.ts';
import { encodeSizes } from '../../shared/paper-sizes.ts';
import type { Camera } from '../../shared/picture/camera.ts';
import type { Tint } from '../../shared/picture/colours.ts';
import { emphasisOf, selectedNodes, topicNodes, type Emphasis } from '../../shared/picture/emphasis.ts';
import { planLabels, planNames, type MapLabel, type TopicName } from '../../shared/picture/label-plan.ts';
import { MapGrounds } from '../../shared/picture/map-grounds.ts';
import { isShaded, tintOf } from '../../shared/picture/map-look.ts';
import { bubbleAt, type TopicBubble } from '../../shared/picture/overview.ts';
import { colourNodes, conceptsToDraw, restingLinks, sceneGraph, type SceneGraph, type SceneLink, type SceneNode } from '../../shared/picture/scene-graph.ts';
import { starredNodes, starredTopics } from '../../shared/picture/starred.ts';
import type { TopicArea } from '../../shared/picture/topic-areas.ts';
import { sameSet } from '../../shared/same-set.ts';
import type { Selection } from '../../shared/settings.ts';
import type { Cover } from './fit-beside.ts';
import type { GraphScene } from './graph-view-types.ts';
import { labelAt, linkAt, nodeAt } from './hit-test.ts';
import { takeGraph } from './map-ahead.ts';
import type { MapPoint } from './map-input.ts';
import { mostLinked } from './walk.ts';

const NO_COVERS: readonly Cover[] = [];
/** A line is hit from this many pixels away. */
const LINK_TOLERANCE = 5;

/** What the map shows at one moment: what follows from the scene, and what the pointer is on. No canvas, no Cytoscape. */
export class MapState {
  readonly scene: GraphScene;
  readonly graph: SceneGraph;
  /** How many concepts are drawn, as an index of CONCEPT_BUDGETS. */
  readonly conceptStage: number;
  grounds: MapGrounds;
  selected: ReadonlySet<SceneNode>;
  emphasis: Emphasis | null;
  /** Whether areas, links and nodes look as they did in the state before, what is lifted out aside. */
  readonly sameGround: boolean;
  labels: readonly MapLabel[] = [];
  hovered: string | null = null;
  hoveredLink: SceneLink | null = null;
  hoveredBubble: TopicBubble | null = null;
  /** The topic that papers would be moved to if they were dropped now, as an index in map.topics; null for none. */
  dropTopic: number | null = null;
  /** Where the keyboard stands, while its focus is to be seen; null otherwise. */
  focused: SceneNode | null = null;
  /** Nodes that stay where the user put them. */
  readonly pinned: readonly SceneNode[];
  /** Papers and concepts that have a star. */
  readonly starred: ReadonlySet<SceneNode>;
  /** Topics that have one, as indices in map.topics. */
  readonly starredTopics: ReadonlySet<number>;
  private names: { camera: Camera; isShaded: boolean; covers: readonly Cover[]; placed: readonly TopicName[] } | null = null;

  /** What follows from a scene; what did not change is taken over from the state `before`. */
  constructor(scene: GraphScene, before: MapState | null, stage = 0) {
    this.scene = scene;
    const sameGraph = before !== null && before.scene.map === scene.map && before.scene.view === scene.view && sameSizes(before.scene, scene) && sameSet(before.scene.hiddenTopics, scene.hiddenTopics) && (scene.view === 'papers' || (stage === before.conceptStage && drawsSelected(before.graph, scene)));
    this.conceptStage = stage;
    this.graph = sameGraph ? before.graph : (takeGraph(scene) ?? sceneGraph(scene.map, scene.view, scene.hiddenTopics, encodeSizes(scene.map, scene.look.sizeBy, scene.facts), conceptsToDraw(scene.map, scene.view, scene.selection, stage)));
    this.sameGround = sameGraph && sameColours(before.scene, scene) && before.scene.look.backdrop === scene.look.backdrop && before.scene.starred === scene.starred;
    if (!sameGraph || !sameColours(before.scene, scene)) colourNodes(this.graph, encodeColours(scene.map, scene.look, scene.facts, scene.theme));
    this.grounds = sameGraph ? before.grounds : new MapGrounds(this.graph, 'kept');
    this.selected = new Set(selectedNodes(this.graph, scene.selection));
    if (before?.hovered && this.graph.byId.has(before.hovered)) this.hovered = before.hovered;
    if (sameGraph) {
      this.hoveredLink = before.hoveredLink;
      this.hoveredBubble = before.hoveredBubble;
      if (before.scene.starred === scene.starred) this.names = before.names;
    }
    this.focused = (before?.focused && this.graph.byId.get(before.focused.id)) ?? null;
    this.pinned = [...scene.pinned].flatMap((id) => this.graph.byId.get(id) ?? []);
    this.starred = starredNodes(this.graph, scene.starred);
    this.starredTopics = starredTopics(scene.map, scene.starred);
    this.emphasis = emphasisOf(this.graph, scene, this.hovered);
  }

  /** Notes the node under the pointer; gives whether that is another than before. */
  hover(id: string | null): boolean {
    if (id === this.hovered) return false;
    this.hovered = id;
    this.emphasis = emphasisOf(this.graph, this.scene, id);
    return true;
  }

  /** Places labels for a camera, clear of what lies over the canvas. The names of topics are placed anew only for another camera. */
  plan(camera: Camera, covers: readonly Cover[] = NO_COVERS): void {
    const { isShaded, names } = this;
    if (!names || !sameCamera(names.camera, camera) || names.isShaded !== isShaded || names.covers !== covers) {
      this.names = { camera, isShaded, covers, placed: planNames(this.graph, this.grounds, camera, { isShaded, starred: this.starredTopics, covers }) };
    }
    this.labels = planLabels({ graph: this.graph, names: this.names?.placed ?? [], covers, camera, tint: this.tint, detail: this.grounds.detail(camera), emphasis: this.emphasis, selected: this.selected, starred: this.starred, hovered: this.hovered });
  }

  /** Topics lend their colours to areas and lines only while they give them to the nodes too. */
  get tint(): Tint {
    return tintOf(this.scene.look);
  }

  /** Whether bubbles are filled with their topics' colours; else they leave papers and density to be seen. */
  get isShaded(): boolean {
    return isShaded(this.scene.look);
  }

  /** The grounds of topics, largest first. */
  get areas(): readonly TopicArea[] {
    return this.grounds.topics.areas;
  }

  /** Works out topics' areas again: nodes have been moved. */
  renewAreas(): void {
    this.grounds = new MapGrounds(this.graph);
    this.names = null;
  }

  /** A node has been moved by the user. */
  move(id: string, x: number, y: number): void {
    const node = this.graph.byId.get(id);
    if (!node) return;
    this.grounds.leave();
    node.x = x;
    node.y = y;
  }

  /** The links drawn beneath: the strong ones, close up all. */
  restingLinks(camera: Camera): readonly SceneLink[] {
    return restingLinks(this.graph, camera);
  }

  /** What a click at a point of the canvas means: the node there, else the label, else the line; null for the empty ground. */
  selectionAt(camera: Camera, at: MapPoint): Selection | null {
    const bubble = this.bubbleAt(camera, at);
    if (bubble) return { kind: 'topic', id: bubble.id };
    const label = at.node === null ? labelAt(this.labels, camera, at.x, at.y) : undefined;
    if (label?.role === 'topic') return { kind: 'topic', id: label.id };
    const node = this.graph.byId.get(at.node ?? label?.id ?? '');
    if (node) return { kind: node.kind, id: node.id };
    const link = this.linkUnder(camera, at);
    return link && this.selectionOf(link);
  }

  /** What a click at a point of the canvas names for a question that waits: papers, or topics by name, bubble and, where only they are asked for, by ground and papers too; null for what does not answer it. */
  pickAt(camera: Camera, at: MapPoint): Selection | null {
    const { picking } = this.scene;
    const selection = this.selectionAt(camera, at);
    if (picking !== 'topics') return selection?.kind === 'paper' || (picking === 'both' && selection?.kind === 'topic') ? selection : null;
    return selection?.kind === 'topic' ? selection : this.topicSelection(this.topicUnder(camera, at.x, at.y));
  }

  /** What choosing a node by keyboard names for a question that waits; null for what does not answer it. */
  pickOf({ kind, id, topic }: SceneNode): Selection | null {
    if (this.scene.picking === 'topics') return this.topicSelection(topic);
    return kind === 'paper' ? { kind, id } : null;
  }

  private topicSelection(place: number | null): Selection | null {
    const topic = place === null ? undefined : this.scene.map.topics[place];
    return topic ? { kind: 'topic', id: topic.id } : null;
  }

  /** The node at a point of the canvas. */
  pointAt(camera: Camera, x: number, y: number): MapPoint {
    return { x, y, node: nodeAt(this.graph.nodes, camera, x, y)?.id ?? null };
  }

  /** The topic whose name or ground is at a point of the canvas where nothing lies over it; null for none. */
  topicAt(camera: Camera, at: MapPoint): Selection | null {
    const bubble = this.bubbleAt(camera, at);
    if (bubble) return { kind: 'topic', id: bubble.id };
    if (at.node !== null) return null;
    const named = labelAt(this.labels, camera, at.x, at.y);
    if (named?.role === 'topic') return { kind: 'topic', id: named.id };
    const place = this.grounds.topics.topicAt((at.x - camera.panX) / camera.zoom, (at.y - camera.panY) / camera.zoom);
    return this.topicSelection(place);
  }

  /** The topic on whose bubble or ground a point of the canvas is, whatever else is there, as an index in map.topics; null for none. */
  topicUnder(camera: Camera, x: number, y: number): number | null {
    const at = [(x - camera.panX) / camera.zoom, (y - camera.panY) / camera.zoom] as const;
    const bubble = this.isOverview(camera) ? bubbleAt(this.grounds.overview, ...at) : null;
    return bubble ? bubble.topic : this.grounds.topics.topicAt(...at);
  }

  /** Whether the map shows topics as bubbles in place of papers. */
  isOverview(camera: Camera): boolean {
    return this.grounds.detail(camera).topics >= 0.5;
  }

  /** The bubble at a point of the canvas, in the overview; null for none, and where a paper lifted out lies over it. */
  bubbleAt(camera: Camera, { x, y, node }: MapPoint): TopicBubble | null {
    if (!this.isOverview(camera) || this.isLifted(node)) return null;
    return bubbleAt(this.grounds.overview, (x - camera.panX) / camera.zoom, (y - camera.panY) / camera.zoom);
  }

  /** The paper or concept at a point of the canvas, by id: in the overview none but those lifted out. */
  nodeUnder(camera: Camera, { node }: MapPoint): string | null {
    return this.isOverview(camera) && !this.isLifted(node) ? null : node;
  }

  private isLifted(id: string | null): boolean {
    const node = this.graph.byId.get(id ?? '');
    return node !== undefined && this.emphasis?.nodes.has(node) === true;
  }

  /** What the keyboard can walk to at a camera: topics in the overview, else papers and concepts. */
  walkable(camera: Camera): readonly TopicBubble[] | readonly SceneNode[] {
    return this.isOverview(camera) ? this.grounds.overview.bubbles : this.graph.nodes;
  }

  /** What choosing a line means: between papers why they are related; other lines lead to their concept. */
  selectionOf({ kind, source, target }: SceneLink): Selection {
    return kind === 'paper' ? { kind: 'link', source: source.id, target: target.id } : { kind: target.kind, id: target.id };
  }

  /** The line at a point of the canvas where nothing lies over it: of those lifted out, else of those drawn. */
  linkUnder(camera: Camera, { x, y, node }: MapPoint): SceneLink | null {
    if (node !== null || labelAt(this.labels, camera, x, y)) return null;
    const lifted = this.emphasis ? linkAt(this.emphasis.links, camera, x, y, LINK_TOLERANCE) : null;
    return lifted ?? (this.isOverview(camera) ? null : linkAt(this.restingLinks(camera), camera, x, y, LINK_TOLERANCE));
  }

  /** The nodes that a selection stands for on this view. */
  nodesOf(selection: Selection): readonly SceneNode[] {
    if (selection.kind === 'topic') return topicNodes(this.graph, selection.id);
    if (selection.kind === 'compare') return selection.topics.flatMap((id) => topicNodes(this.graph, id));
    if (selection.kind === 'path') return (this.scene.path ?? []).flatMap((id) => this.graph.byId.get(id) ?? []);
    return selectedNodes(this.graph, selection);
  }

  /** Where the keyboard stands by the selection: the selected node, the first end of a link or path, the most linked paper of a topic; null without a selection. */
  keyboardNode(): SceneNode | null {
    const { selection } = this.scene;
    if (selection?.kind === 'topic' || selection?.kind === 'compare') return mostLinked(this.nodesOf(selection));
    return [...this.selected][0] ?? (selection?.kind === 'path' ? (this.nodesOf(selection)[0] ?? null) : null);
  }
}

/** Whether the concept that is selected is among those drawn. */
function drawsSelected({ byId }: SceneGraph, { selection }: GraphScene): boolean {
  return selection?.kind !== 'concept' || byId.has(selection.id);
}

function sameSizes(before: GraphScene, after: GraphScene): boolean {
  return before.look.sizeBy === after.look.sizeBy && (after.look.sizeBy !== 'citations' || before.facts === after.facts);
}

function sameColours(before: GraphScene, after: GraphScene): boolean {
  const sameLook = before.look.colourBy === after.look.colourBy && before.look.colourConcept === after.look.colourConcept;
  return sameLook && before.theme === after.theme && (before.facts === after.facts || after.look.colourBy !== 'source');
}

function sameCamera(a: Camera, b: Camera): boolean {
  return a.zoom === b.zoom && a.panX === b.panX && a.panY === b.panY && a.width === b.width && a.height === b.height;
}
