import { CONCEPT_BUDGETS } from '../../shared/concept-budget.ts';
import { boxAround, boxOf, fitCamera, type Camera, type MapBox } from './camera.ts';
import { detailAt, zoomForNodes, zoomForSubtopics, type Detail } from './level-of-detail.ts';
import { overviewOf, type Overview } from './overview.ts';
import type { SceneGraph, SceneNode } from './scene-graph.ts';
import { subtopicAreas, topicAreas, type TopicAreas } from './topic-areas.ts';

/** What follows from where the nodes of a graph lie, worked out when first asked for. */
export class MapGrounds {
  private readonly graph: SceneGraph;
  /** Nodes that the level of detail goes by: papers, or the concepts that are drawn first. */
  private readonly count: number;
  private readonly known: { topics?: TopicAreas; subtopics?: TopicAreas; overview?: Overview; box?: MapBox | null } = {};

  /** `before` are grounds of the same papers at the same places: their topics stay as they are. */
  constructor(graph: SceneGraph, before: MapGrounds | null = null) {
    this.graph = graph.view === 'both' ? papersOf(graph) : graph;
    this.count = graph.view === 'concepts' ? Math.min(graph.nodes.length, CONCEPT_BUDGETS[0]) : graph.nodes.filter(({ kind }) => kind === 'paper').length;
    if (before) this.known = { ...before.known };
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
  get box(): MapBox | null {
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

/** The papers of a graph alone: with concepts among them, topics have the grounds and bubbles that their papers give them. */
function papersOf(graph: SceneGraph): SceneGraph {
  const isPaper = ({ kind }: SceneNode) => kind === 'paper';
  return { ...graph, nodes: graph.nodes.filter(isPaper), members: graph.members.map((nodes) => nodes.filter(isPaper)) };
}
