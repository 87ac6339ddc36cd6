import type { Selection, View, ViewState } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';

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
  theme: 'light' | 'dark';
  reducedMotion: boolean;
}

/** What the user does on the map. The view itself changes nothing but its viewport: the store decides. */
export interface GraphEvents {
  /** A paper, concept, link or topic label was chosen by mouse or keyboard; null for the empty ground. */
  onSelect(selection: Selection | null): void;
  /** The node under the pointer, or null. */
  onHover(id: string | null): void;
  /** The user has moved the map and it has come to rest: zoom, and the map point in the middle. Not for a map that fits itself. */
  onViewport(viewport: NonNullable<ViewState['viewport']>): void;
  /** Nodes were dragged; final positions in map units. */
  onMove(nodes: { id: string; x: number; y: number }[]): void;
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
  focus(): void;
  destroy(): void;
}
