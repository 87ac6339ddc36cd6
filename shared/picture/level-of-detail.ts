/** How much of each kind of thing is to be seen at a zoom, 0..1. */
export interface Detail {
  /** Topics as bubbles. */
  topics: number;
  /** Outlines and names of sub-topics. */
  subtopics: number;
  /** Papers and concepts with their links; a part is left to see in the overview, as dust. */
  nodes: number;
}

/** Maps of more nodes than this open as an overview of topics; in smaller ones papers are seen at once. */
const MOST_AT_ONCE = 400;
/** From the fitted map to papers one zooms at least this much. */
const LEAST_WAY = 1.6;
/** Parts of the way from the fitted map to papers (in steps of the same ratio) over which things fade in or out. */
const FADES = { topics: [0.12, 0.42], subtopics: [0.2, 0.48], nodes: [0.48, 0.9] } as const;
/** What is seen of papers in the overview, and among sub-topics. */
const DUST = 0.1;
const AMONG_SUBTOPICS = 0.42;
/** In a map without overview sub-topics come where it is zoomed in by this much. */
const SUBTOPICS_FROM = { from: 1.25, to: 1.6 };

/** What is to be seen at a zoom of a map of so many nodes that fits at `fitZoom`. Depends on nothing else, so that panning changes nothing. */
export function detailAt(zoom: number, fitZoom: number, nodes: number): Detail {
  const ratio = zoom / fitZoom;
  if (!hasOverview(nodes)) return { topics: 0, subtopics: faded(Math.log(ratio), Math.log(SUBTOPICS_FROM.from), Math.log(SUBTOPICS_FROM.to)), nodes: 1 };
  const way = Math.log(ratio) / Math.log(zoomForNodes(1, nodes));
  const subtopics = faded(way, ...FADES.subtopics);
  return { topics: 1 - faded(way, ...FADES.topics), subtopics, nodes: DUST + (AMONG_SUBTOPICS - DUST) * subtopics + (1 - AMONG_SUBTOPICS) * faded(way, ...FADES.nodes) };
}

/** Whether a map of so many nodes is seen as topics from afar, and as papers only when one comes near. */
export function hasOverview(nodes: number): boolean {
  return nodes > MOST_AT_ONCE;
}

/** What is to be seen of a map where every node is drawn, however many there are: as `detail`, but no bubbles. */
export function withEveryNode({ subtopics }: Detail): Detail {
  return { topics: 0, subtopics, nodes: 1 };
}

/** The zoom at which all nodes are seen, of a map of so many that fits at `fitZoom`: about as many are then in sight as a small map has. */
export function zoomForNodes(fitZoom: number, nodes: number): number {
  return hasOverview(nodes) ? fitZoom * Math.max(LEAST_WAY, Math.sqrt(nodes / MOST_AT_ONCE)) : fitZoom;
}

/** The zoom at which a topic has opened: its bubble is gone, its sub-topics are there. */
export function zoomForSubtopics(fitZoom: number, nodes: number): number {
  return hasOverview(nodes) ? fitZoom * zoomForNodes(1, nodes) ** FADES.subtopics[1] : fitZoom;
}

/** 0 up to `from`, 1 from `to` on, softly between (Perlin's smoothstep). */
function faded(value: number, from: number, to: number): number {
  const part = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return part * part * (3 - 2 * part);
}
