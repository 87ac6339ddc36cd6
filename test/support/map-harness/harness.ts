import '@fontsource-variable/inter/wght.css';
import cytoscape, { type Core } from 'cytoscape';
import { createGraphView } from '../../../renderer/map/graph-view.ts';
import { PLAIN_SCENE, type GraphScene, type GraphView, type MapTool } from '../../../renderer/map/graph-view-types.ts';
import '../../../renderer/map/map-canvas.css';
import { MapState } from '../../../renderer/map/map-state.ts';
import { labelCorner } from '../../../renderer/map/hit-test.ts';
import type { Selection, View } from '../../../shared/settings.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { plantedMap } from '../planted-map.ts';

/** What the map reported, in order. */
export interface MapEvent {
  name: 'select' | 'many' | 'focus' | 'menu' | 'hover' | 'viewport' | 'move' | 'carried';
  value: unknown;
}

export interface SceneChange {
  view?: View;
  selection?: Selection | null;
  hiddenTopics?: string[];
  focusedTopic?: string | null;
  matches?: string[] | null;
  tool?: MapTool;
  theme?: 'light' | 'dark';
  reducedMotion?: boolean;
}

/** A page with nothing but the map: tests and measurements drive it through globalThis.mapHarness. */
class MapHarness {
  events: MapEvent[] = [];
  view: GraphView | null = null;
  private plain: Core | null = null;
  private scene: GraphScene | null = null;
  private container = document.createElement('div');

  /** Shows a planted map of so many papers, or a given map; gives the milliseconds until its first picture. */
  async open(source: number | TopicMap, change: SceneChange = {}): Promise<number> {
    this.clear();
    const map = typeof source === 'number' ? plantedMap(source) : source;
    const startedAt = performance.now();
    const note = (name: MapEvent['name']) => (value: unknown) => void this.events.push({ name, value });
    this.view = createGraphView(this.container, { onSelect: note('select'), onSelectMany: (papers, mode) => note('many')({ papers, mode }), onFocus: note('focus'), onMenu: (selection, at) => note('menu')({ selection, at }), onHover: note('hover'), onViewport: note('viewport'), onDrag: () => 'else', onCarried: note('carried'), onMove: (nodes) => {
      note('move')(nodes);
      return 'stay';
    } });
    this.scene = { ...PLAIN_SCENE, map, reducedMotion: true };
    this.change(change);
    await painted();
    return performance.now() - startedAt;
  }

  /** Shows the same papers with Cytoscape alone: all links, its own styles and settings. The named baseline of our measurements. */
  async openPlain(papers: number): Promise<number> {
    this.clear();
    const map = plantedMap(papers);
    const startedAt = performance.now();
    this.plain = cytoscape({
      container: this.container,
      elements: {
        nodes: map.papers.map(({ id, x, y }) => ({ data: { id }, position: { x, y } })),
        edges: map.links.map(({ source, target }) => ({ data: { id: `${source} ${target}`, source, target } })),
      },
      style: [{ selector: 'node', style: { width: 10, height: 10 } }],
      layout: { name: 'preset' },
    });
    this.plain.fit(undefined, 40);
    await painted();
    return performance.now() - startedAt;
  }

  /** The middle of a topic's name on the page: names are painted, so they are found from the same plan. */
  nameOfTopic(id: string): { x: number; y: number } {
    const { scene, view } = this;
    if (!scene || !view) throw new Error('No map is open');
    const { x, y, width, height } = view.window();
    const camera = { zoom: view.viewport().zoom, panX: -x * view.viewport().zoom, panY: -y * view.viewport().zoom, width: width * view.viewport().zoom, height: height * view.viewport().zoom };
    const state = new MapState(scene, null);
    state.plan(camera);
    const label = state.labels.find((candidate) => candidate.role === 'topic' && candidate.id === id);
    if (!label) throw new Error(`“${id}” is not named`);
    const { left, top } = labelCorner(label, camera);
    return { x: left + label.width / 2, y: top + label.height / 2 };
  }

  /** Ids of the papers in a part of the map, in map units. */
  papersWithin({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string[] {
    return (this.scene?.map.papers ?? []).filter((paper) => paper.x > x && paper.x < x + width && paper.y > y && paper.y < y + height).map(({ id }) => id);
  }

  /** Shows another view; gives the milliseconds until its first picture. */
  async switchTo(view: View): Promise<number> {
    const startedAt = performance.now();
    this.change({ view });
    await painted();
    return performance.now() - startedAt;
  }

  /** Number of links of the map that is shown. */
  links(): number {
    return this.scene?.map.links.length ?? 0;
  }

  change({ hiddenTopics, matches, ...rest }: SceneChange): void {
    if (!this.scene) return;
    this.scene = { ...this.scene, ...rest };
    if (hiddenTopics) this.scene = { ...this.scene, hiddenTopics: new Set(hiddenTopics) };
    if (matches !== undefined) this.scene = { ...this.scene, matches: matches && new Set(matches) };
    document.body.dataset['theme'] = this.scene.theme;
    this.view?.show(this.scene);
  }

  /** Moves the viewport for some frames, one step a frame; gives how many were shown and how long it took. */
  async move(gesture: 'pan' | 'zoom', frames: number, limitMs: number): Promise<{ frames: number; ms: number }> {
    const cy = this.plain ?? registeredGraph(this.container);
    const middle = { x: cy.width() / 2, y: cy.height() / 2 };
    const startedAt = performance.now();
    let shown = 0;
    while (shown < frames && performance.now() - startedAt < limitMs) {
      await nextFrame();
      if (gesture === 'pan') cy.panBy({ x: 24 * Math.sin(shown / 12), y: 16 * Math.cos(shown / 12) });
      else cy.zoom({ level: cy.zoom() * (Math.floor(shown / 20) % 2 === 0 ? 1.03 : 1 / 1.03), renderedPosition: middle });
      shown++;
    }
    await nextFrame();
    return { frames: shown, ms: performance.now() - startedAt };
  }

  private clear(): void {
    this.view?.destroy();
    this.plain?.destroy();
    this.view = null;
    this.plain = null;
    this.events = [];
    this.container.remove();
    this.container = document.createElement('div');
    this.container.id = 'map';
    this.container.className = 'map-canvas';
    this.container.tabIndex = 0;
    document.body.append(this.container);
  }
}

function registeredGraph(container: HTMLElement & { _cyreg?: { cy: Core } }): Core {
  if (!container._cyreg) throw new Error('No Cytoscape in the container');
  return container._cyreg.cy;
}

function nextFrame(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => done());
  });
}

/** Two frames on: what the first one drew is on screen. */
async function painted(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

declare global {
  var mapHarness: MapHarness;
}

const style = document.createElement('style');
style.textContent = 'html, body { margin: 0; height: 100%; overflow: hidden; background: #fff } body[data-theme=dark] { background: #14181f }';
document.head.append(style);
globalThis.mapHarness = new MapHarness();
