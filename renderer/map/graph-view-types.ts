import type { PaperFacts } from '../../shared/details.ts';
import type { Annotation } from '../../shared/library-state.ts';
import type { MapLook } from '../../shared/picture/map-look.ts';
import type { Selection, View, ViewState } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import type { Cover } from './fit-beside.ts';

/** What dragging on the ground does: move the map, or draw around papers. With `carry`, dragging moves the map and arrow keys what is selected. */
export type MapTool = 'hand' | 'box' | 'lasso' | 'carry';

/** Whether papers that are chosen take the place of those selected before, join them or leave them. */
export type SelectionMode = 'replace' | 'add' | 'remove';

/** What the map shows of a TopicMap; changing it never moves a node. */
export interface GraphScene {
  map: TopicMap;
  view: View;
  selection: Selection | null;
  hiddenTopics: ReadonlySet<string>;
  /** The topic lifted out while the rest dims; null for none. */
  focusedTopic: string | null;
  /** Ids lifted out by a search; null when not searching. */
  matches: ReadonlySet<string> | null;
  /** What colours, sizes and ground tell. */
  look: MapLook;
  /** Facts of papers by id, for the colours and sizes that need them; null until they have come. */
  facts: ReadonlyMap<string, PaperFacts> | null;
  /** Papers of the path that is shown, in walking order; null for none. */
  path: readonly string[] | null;
  /** Ids of nodes that stay where the user put them. */
  pinned: ReadonlySet<string>;
  /** What has a star. */
  starred: readonly Annotation['target'][];
  /** What a click or Enter is to name while a question waits for it, instead of anything being selected; null for no question. */
  picking: 'papers' | 'topics' | 'both' | null;
  tool: MapTool;
  theme: 'light' | 'dark';
  reducedMotion: boolean;
}

/** Nodes that are being dragged, and where. */
export interface DraggedNodes {
  /** Ids of papers and concepts. */
  nodes: readonly string[];
  /** Id of the topic whose ground or bubble is under the pointer; null for none, and where the drag began there. */
  topic: string | null;
  /** The pointer in the window, in CSS pixels. */
  at: { x: number; y: number };
  isOverMap: boolean;
  /** Whether dropping may move papers to another topic, or only places them. */
  places: 'or moves' | 'only';
}

/** What the user does on the map. The view itself changes nothing but its viewport: the store decides. */
export interface GraphEvents {
  /** A paper, concept, link or topic label was chosen by mouse or keyboard; null for the empty ground. */
  onSelect(selection: Selection | null): void;
  /** Papers were chosen with box or lasso, or one with a key or Ctrl-click; `mode` tells whether they replace, join or leave those selected before. */
  onSelectMany(papers: readonly string[], mode: SelectionMode): void;
  /** The keyboard went to a node without selecting it; null when it has left. */
  onFocus(id: string | null): void;
  /** The context menu was asked for, by right click or its key: on what, null for the empty ground, and where in the window in CSS pixels. */
  onMenu(selection: Selection | null, at: { x: number; y: number }): void;
  /** The node under the pointer, or null. */
  onHover(id: string | null): void;
  /** The user has moved the map and it has come to rest: zoom, and the map point in the middle. Not for a map that fits itself. */
  onViewport(viewport: NonNullable<ViewState['viewport']>): void;
  /** Nodes are being dragged, null once they no longer are. Gives whether dropping them would move papers to the topic under the pointer on the map, or does something else. */
  onDrag(drag: DraggedNodes | null): 'map' | 'else';
  /** Nodes were dropped; final positions in map units. Gives whether they stay there, or return to where they were. */
  onMove(nodes: { id: string; x: number; y: number }[], drag: DraggedNodes): 'stay' | 'return';
  /** What was carried by arrow keys was put down there, nowhere if it did not move; null where it went back. */
  onCarried(nodes: { id: string; x: number; y: number }[] | null): void;
}

/** What lies over the canvas: what stays there, and what comes and goes with the part of the map in sight. */
export interface MapCovers {
  lasting: readonly Cover[];
  passing: readonly Cover[];
}

/** The one owner of Cytoscape. Everything else speaks to the map through this. */
export interface GraphView {
  /** Shows a scene; only what differs from the last one is touched. */
  show(scene: GraphScene): void;
  /** Shows the whole map; it stays fitted, whatever the size, until it is moved. */
  fit(): void;
  zoomBy(factor: number): void;
  panBy(dx: number, dy: number): void;
  /** Moves the viewport so that the node, link or topic is in sight, animated unless motion is reduced. */
  travelTo(selection: Selection): void;
  /** Zoom, and the map point in the middle. */
  viewport(): NonNullable<ViewState['viewport']>;
  setViewport(viewport: NonNullable<ViewState['viewport']>): void;
  /** The part of the map that is in sight, in map units: what an export of the screen shows. */
  window(): { x: number; y: number; width: number; height: number };
  /** Calls back with every move of the viewport, until the function it gives is called. */
  onCamera(listener: () => void): () => void;
  /** Says what lies over the canvas: names keep clear of it, and of what stays there a fitted map does too, where it can. */
  setCovers(covers: MapCovers): void;
  focus(): void;
  destroy(): void;
}

/** A scene's parts that a plain map has: nothing chosen, nothing searched, topics' colours. */
export const PLAIN_SCENE: Omit<GraphScene, 'map'> = {
  view: 'papers',
  selection: null,
  hiddenTopics: new Set(),
  focusedTopic: null,
  matches: null,
  look: { colourBy: 'topic', colourConcept: null, sizeBy: 'links', backdrop: 'areas' },
  facts: null,
  path: null,
  pinned: new Set(),
  starred: [],
  picking: null,
  tool: 'hand',
  theme: 'light',
  reducedMotion: false,
};
