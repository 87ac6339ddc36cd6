import type { Box } from '../box.ts';
import { CONCEPT_BUDGETS } from '../concept-budget.ts';
import type { TopicMap } from '../topic-map.ts';
import { boxAround, boxOf, fitCamera, type Camera } from './camera.ts';
import { detailAt, zoomForNodes, zoomForSubtopics, type Detail } from './level-of-detail.ts';
import { overviewOf, type Overview } from './overview.ts';
import type { SceneGraph, SceneNode } from './scene-graph.ts';
import { subtopicAreas, topicAreas, type TopicAreas } from './topic-areas.ts';

interface Known {
  topics?: TopicAreas;
  subtopics?: TopicAreas;
  overview?: Overview;
  box?: Box | null;
}

/** Sets of hidden topics for which a map's grounds are kept: enough to go to and fro between what one looks at. */
const MOST_KEPT = 6;

const keptOfMaps = new WeakMap<TopicMap, Map<string, Known>>();

/** What follows from where the nodes of a graph lie, worked out when first asked for. */
export class MapGrounds {
  private readonly graph: SceneGraph;
  /** Nodes that the level of detail goes by: papers, or the concepts that are drawn first. */
  private readonly count: number;
  private known: Known;
  private isShared: boolean;

  /** `kept` where papers lie as the map has them: what was worked out for the same ones, with or without concepts among them, holds then. */
  constructor(graph: SceneGraph, places: 'kept' | 'moved' = 'moved') {
    this.graph = graph.view === 'both' ? papersOf(graph) : graph;
    this.count = graph.view === 'concepts' ? Math.min(graph.nodes.length, CONCEPT_BUDGETS[0]) : graph.nodes.filter(({ kind }) => kind === 'paper').length;
    this.isShared = places === 'kept' && graph.view !== 'concepts';
    this.known = this.isShared ? knownOf(graph) : {};
  }

  /** Nodes are about to be moved: what is worked out from now on is for these alone. */
  leave(): void {
    if (this.isShared) this.known = { ...this.known };
    this.isShared = false;
  }

  get topics(): TopicAreas {
    return (this.known.topics ??= topicAreas(this.graph));
  }

  get subtopics(): TopicAreas {
    return (this.known.subtopics ??= subtopicAreas(this.graph));
  }

  get overview(): Overview {
    return (this.known.overview ??= overviewOf(this.graph, this.topics.areas));
  }

  /** The box of all nodes and of the grounds of their topics; null for none. */
  get box(): Box | null {
    if (this.known.box === undefined) {
      const nodes = boxOf(this.graph.nodes);
      this.known.box = boxAround([...(nodes ? [nodes] : []), ...this.topics.areas.map(({ box }) => box)]);
    }
    return this.known.box;
  }

  /** What is to be seen at the zoom of a camera on a canvas of its size. */
  detail(camera: Camera): Detail {
    return detailAt(camera.zoom, this.fitZoom(camera), this.count);
  }

  /** Zooms at which topics have opened, and at which all nodes are seen, on the canvas of a camera. */
  zooms(camera: Camera): { subtopics: number; nodes: number } {
    const fit = this.fitZoom(camera);
    return { subtopics: zoomForSubtopics(fit, this.count), nodes: zoomForNodes(fit, this.count) };
  }

  /** The zoom of the fitted map on the canvas of a camera. */
  fitZoom({ width, height, zoom }: Camera): number {
    return this.box && width > 0 ? fitCamera(this.box, width, height).zoom : zoom;
  }
}

function knownOf({ map, members }: SceneGraph): Known {
  const kept = keptOfMaps.get(map) ?? new Map<string, Known>();
  keptOfMaps.set(map, kept);
  const key = members.map((nodes) => (nodes.some(({ kind }) => kind === 'paper') ? '1' : '0')).join('');
  const known = kept.get(key) ?? {};
  kept.delete(key);
  kept.set(key, known);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return known;
}

/** The papers of a graph alone: with concepts among them, topics have the grounds and bubbles that their papers give them. */
function papersOf(graph: SceneGraph): SceneGraph {
  const isPaper = ({ kind }: SceneNode) => kind === 'paper';
  return { ...graph, nodes: graph.nodes.filter(isPaper), members: graph.members.map((nodes) => nodes.filter(isPaper)) };
}
