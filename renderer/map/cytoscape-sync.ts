import type { Core } from 'cytoscape';
import type { SceneGraph } from '../../shared/picture/scene-graph.ts';
import { dataOf, edgesOf, elementChanges, elementOf, type KnownNode } from './elements.ts';

/** Small maps, of up to this many nodes, are whole as soon as they are shown. */
const AT_ONCE = 300;
/** Elements of one step; steps wait for the next turn after so many, or so much time: Cytoscape works out styles with the frame after, which takes far longer than telling it. */
const STEP = 60;
const STEPS_IN_TURN = 2;
const TURN_MS = 5;
/** Frames that no window shows do not come: steps wait no longer than this for one. */
const PATIENCE_MS = 300;

/**
 * Keeps Cytoscape's elements in step with the graph that is shown. Building them takes far longer than painting the picture, which
 * does without: of large maps they follow in pieces while the page stays free. Nodes keep their ids.
 */
export class CytoscapeSync {
  private readonly cy: Core;
  private readonly onDone: () => void;
  private readonly known = new Map<string, KnownNode>();
  private work: Generator<void> | null = null;
  private pause: () => void = () => undefined;

  /** `onDone` is called when all elements are there. */
  constructor(cy: Core, onDone: () => void) {
    this.cy = cy;
    this.onDone = onDone;
  }

  /** Begins to bring the elements to a graph; what was under way for another one is left. */
  show(graph: SceneGraph): void {
    this.pause();
    const changes = elementChanges(this.known, graph.byId);
    const isSmall = Math.max(this.known.size, graph.byId.size) <= AT_ONCE;
    this.work = this.steps(graph, changes);
    if (isSmall) this.run(Number.POSITIVE_INFINITY);
    else this.runSoon();
  }

  /** Notes where a node has been dragged to in Cytoscape itself. */
  dragged(id: string, x: number, y: number): void {
    const node = this.known.get(id);
    if (node) Object.assign(node, { x, y });
  }

  stop(): void {
    this.pause();
    this.work = null;
  }

  private runSoon(): void {
    this.pause = afterFrame(() => this.run(STEPS_IN_TURN));
  }

  /** Takes so many steps, unless they take long, and goes on in the next turn. */
  private run(steps: number): void {
    const endsAt = performance.now() + (Number.isFinite(steps) ? TURN_MS : steps);
    let isDone = this.work === null;
    let left = steps;
    this.cy.batch(() => {
      do isDone = this.work?.next().done !== false;
      while (!isDone && --left > 0 && performance.now() < endsAt);
    });
    if (!isDone) return this.runSoon();
    this.work = null;
    this.onDone();
  }

  private *steps(graph: SceneGraph, { removed, added, restyled, moved }: ReturnType<typeof elementChanges>): Generator<void> {
    const { cy, known } = this;
    const edges = edgesOf(graph);
    const wanted = new Set(edges.map(({ data }) => data.id));
    cy.edges().filter((edge) => !wanted.has(edge.id())).remove();
    for (const ids of pieces(removed)) {
      const gone = cy.collection();
      for (const id of ids) gone.merge(cy.getElementById(id));
      gone.remove();
      for (const id of ids) known.delete(id);
      yield;
    }
    for (const nodes of pieces(added)) {
      cy.add(nodes.map(elementOf));
      for (const node of nodes) known.set(node.id, { ...node });
      yield;
    }
    for (const nodes of pieces(restyled)) {
      for (const node of nodes) cy.getElementById(node.id).data(dataOf(node));
      for (const node of nodes) known.set(node.id, { ...node });
      yield;
    }
    for (const nodes of pieces(moved)) {
      for (const node of nodes) cy.getElementById(node.id).position({ x: node.x, y: node.y });
      for (const node of nodes) known.set(node.id, { ...node });
      yield;
    }
    for (const some of pieces(edges)) {
      cy.add(some.filter(({ data }) => cy.getElementById(data.id ?? '').empty()));
      yield;
    }
  }
}

/** Cytoscape styles what was added with the next frame, all of it at once: goes on when that frame is over. Gives what calls it off. */
function afterFrame(work: () => void): () => void {
  let timer = setTimeout(work, PATIENCE_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

function* pieces<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += STEP) yield items.slice(start, start + STEP);
}
