import type { Box } from '../box.ts';
import { CONCEPT_BUDGETS } from '../concept-budget.ts';
import { finish } from '../steps.ts';
import type { TopicMap } from '../topic-map.ts';
import { topicPlaces } from '../topic-places.ts';
import { boxAround, boxOf, fitCamera, type Camera } from './camera.ts';
import { detailAt, zoomForNodes, zoomForSubtopics, type Detail } from './level-of-detail.ts';
import { overviewOf, type Overview } from './overview.ts';
import type { SceneGraph, SceneNode } from './scene-graph.ts';
import { subtopicAreas, topicAreas, type TopicAreas } from './topic-areas.ts';

interface Known {
  topics?: TopicAreas;
  subtopics?: TopicAreas;
  box?: Box | null;
}

/** Sets of hidden topics for which the grounds of papers are kept: enough to go to and fro between what one looks at. */
const MOST_KEPT = 6;

/** By a map's list of papers: maps that differ in names of concepts alone have the same grounds. */
const keptGrounds = new WeakMap<TopicMap['papers'], Map<string, Known>>();
/** Bubbles have names and links, which follow from the whole map. */
const keptOverviews = new WeakMap<Known, { map: TopicMap; overview: Overview }>();

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
    if (!this.isShared) return;
    const overview = keptOverviews.get(this.known);
    this.known = { ...this.known };
    if (overview) keptOverviews.set(this.known, overview);
    this.isShared = false;
  }

  /** Works out ahead what the getters give, in steps. */
  *workOut(): Generator<undefined, void> {
    const { known } = this;
    known.topics ??= yield* topicAreas(this.graph);
    if (this.box) yield;
    if (this.overview) yield;
    known.subtopics ??= yield* subtopicAreas(this.graph);
  }

  get topics(): TopicAreas {
    return (this.known.topics ??= finish(topicAreas(this.graph)));
  }

  get subtopics(): TopicAreas {
    return (this.known.subtopics ??= finish(subtopicAreas(this.graph)));
  }

  get overview(): Overview {
    const { known, graph } = this;
    const kept = keptOverviews.get(known);
    if (kept?.map === graph.map) return kept.overview;
    const overview = overviewOf(graph, this.topics.areas);
    keptOverviews.set(known, { map: graph.map, overview });
    return overview;
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
  const kept = keptGrounds.get(map.papers) ?? new Map<string, Known>();
  keptGrounds.set(map.papers, kept);
  const places = topicPlaces(map);
  const key = map.topics.map(({ id }, topic) => `${id} ${places.get(id)} ${members[topic]?.some(({ kind }) => kind === 'paper') === true}`).join('\n');
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
