import cytoscape from 'cytoscape';
import { expect, test } from 'vitest';
import { edgesOf, elementChanges, elementOf } from '../../../renderer/map/elements.ts';
import { PLAIN_SCENE, type GraphScene } from '../../../renderer/map/graph-view-types.ts';
import { MapState } from '../../../renderer/map/map-state.ts';
import { mapStyle } from '../../../renderer/map/style.ts';
import { topicColour } from '../../../shared/palette.ts';
import { emphasisOf, selectedNodes } from '../../../shared/picture/emphasis.ts';
import { sceneGraph } from '../../../shared/picture/scene-graph.ts';
import { plantedMap } from '../../support/planted-map.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const NOTHING = new Set<string>();
const scene = (change: Partial<GraphScene> = {}): GraphScene => ({ ...PLAIN_SCENE, map: tinyMap(), reducedMotion: true, ...change });
const ids = (nodes: Iterable<{ id: string }>) => Array.from(nodes, ({ id }) => id).sort();

test('the papers view shows every paper and no concept, with the links of the map', () => {
  const graph = sceneGraph(tinyMap(), 'papers', NOTHING);
  expect(ids(graph.nodes)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
  expect(graph.links.map(({ source, target }) => `${source.id} ${target.id}`)).toEqual(['p1 p3', 'p3 p4', 'p1 p2']);
});

test('the concepts view shows the concepts alone, the view of both joins papers to their concepts', () => {
  expect(ids(sceneGraph(tinyMap(), 'concepts', NOTHING).nodes)).toEqual(['initialization', 'lora', 'pruning']);
  const both = sceneGraph(tinyMap(), 'both', NOTHING);
  expect(both.nodes).toHaveLength(8);
  expect(both.links.map(({ kind, source, target }) => `${kind} ${source.id} ${target.id}`)).toContain('mention p1 lora');
});

test('a hidden topic takes its papers and their links along, papers without a topic stay', () => {
  const graph = sceneGraph(tinyMap(), 'papers', new Set(['t2']));
  expect(ids(graph.nodes)).toEqual(['p1', 'p2', 'p5']);
  expect(graph.links).toHaveLength(1);
});

test('a paper with more links is larger, but gently', () => {
  const radius = (id: string) => sceneGraph(tinyMap(), 'papers', NOTHING).byId.get(id)?.radius ?? 0;
  expect(radius('p1')).toBeGreaterThan(radius('p5'));
  expect(radius('p1')).toBeLessThan(radius('p5') * 2);
});

test('at a distance each paper keeps its strongest links: of over 12,000 among 2,000 papers fewer than 5,000 are drawn', () => {
  const graph = sceneGraph(plantedMap(2000), 'papers', NOTHING);
  expect(graph.links.length).toBeGreaterThan(12_000);
  expect(graph.strongLinks.length).toBeLessThan(5000);
  for (const node of graph.nodes.slice(0, 50)) expect(graph.linksOf.get(node.id)?.[0]?.strong).toBe(true);
});

test('Cytoscape gets nodes by the ids of the map at its positions', () => {
  const node = sceneGraph(tinyMap(), 'papers', NOTHING).byId.get('p3');
  expect(node && elementOf(node)).toMatchObject({ group: 'nodes', data: { id: 'p3', kind: 'paper', topic: 1 }, position: { x: 70, y: 0 } });
});

test('Cytoscape gets all links of a small map, the strong ones of a larger one, and none of a very large one', () => {
  expect(edgesOf(sceneGraph(tinyMap(), 'papers', NOTHING))).toHaveLength(3);
  const middling = sceneGraph(plantedMap(500), 'papers', NOTHING);
  expect(edgesOf(middling)).toHaveLength(middling.strongLinks.length);
  expect(edgesOf(sceneGraph(plantedMap(2000), 'papers', NOTHING))).toEqual([]);
});

test('only what differs between two graphs is touched', () => {
  const map = tinyMap();
  const before = sceneGraph(map, 'papers', NOTHING);
  const [p1, p2, p3, p4] = map.papers;
  const papers = [p1!, { ...p2!, x: 1 }, p3!, { ...p4!, topic: 't1' }, { ...p1!, id: 'p6' }];
  const after = sceneGraph({ ...map, papers }, 'papers', NOTHING);
  const { removed, added, restyled, moved } = elementChanges(before.byId, after.byId);
  expect({ removed, added: ids(added), restyled: ids(restyled), moved: ids(moved) }).toEqual({ removed: ['p5'], added: ['p6'], restyled: ['p4'], moved: ['p2'] });
  expect(elementChanges(after.byId, after.byId)).toEqual({ removed: [], added: [], restyled: [], moved: [] });
});

/** "#3566cf" of "rgb(53,102,207)". */
function hexOf(rgb: string): string {
  return `#${(rgb.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

test('the style gives each topic its colour of the theme', () => {
  for (const theme of ['light', 'dark'] as const) {
    const cy = cytoscape({ headless: true, styleEnabled: true, style: mapStyle(theme), elements: [{ data: { id: 'a', topic: 1, size: 4 } }, { data: { id: 'b', topic: -1, size: 4 } }] });
    const drawn = ['a', 'b'].map((id) => hexOf(String(cy.getElementById(id).style('background-color'))));
    expect(drawn).toEqual([topicColour(1, theme), topicColour(null, theme)]);
    cy.destroy();
  }
});

test('while another is asked for nothing dims, and a click names a paper or topic only where it answers', () => {
  const selection = { kind: 'paper', id: 'p3' } as const;
  expect(emphasisOf(sceneGraph(tinyMap(), 'papers', NOTHING), scene({ selection, picking: 'papers' }), null)).toBeNull();
  const at = (picking: GraphScene['picking']) => new MapState(scene({ selection, picking }), null).pickAt({ zoom: 1, panX: 0, panY: 0, width: 400, height: 400 }, { x: 0, y: 0, node: 'p1' });
  expect(at('papers')).toEqual({ kind: 'paper', id: 'p1' });
  expect(at('both')).toEqual({ kind: 'paper', id: 'p1' });
  const byKey = (picking: GraphScene['picking']) => {
    const state = new MapState(scene({ picking }), null);
    return state.pickOf(state.graph.byId.get('p3')!);
  };
  expect(byKey('topics')).toEqual({ kind: 'topic', id: 't2' });
  expect(byKey('papers')).toEqual({ kind: 'paper', id: 'p3' });
});

test('selecting a paper lifts it out with its neighbours and their links', () => {
  const graph = sceneGraph(tinyMap(), 'papers', NOTHING);
  const emphasis = emphasisOf(graph, scene({ selection: { kind: 'paper', id: 'p3' } }), null);
  expect(ids(emphasis?.nodes ?? [])).toEqual(['p1', 'p3', 'p4']);
  expect(emphasis?.links.size).toBe(2);
});

test('a selected link lifts out its two ends, a selected concept the papers that mention it, a focused topic its papers', () => {
  const graph = sceneGraph(tinyMap(), 'papers', NOTHING);
  const lifted = (change: Partial<GraphScene>) => ids(emphasisOf(graph, scene(change), null)?.nodes ?? []);
  expect(lifted({ selection: { kind: 'link', source: 'p1', target: 'p3' } })).toEqual(['p1', 'p3']);
  expect(lifted({ selection: { kind: 'concept', id: 'pruning' } })).toEqual(['p3', 'p4']);
  expect(lifted({ focusedTopic: 't1' })).toEqual(['p1', 'p2']);
  expect(lifted({ selection: { kind: 'topic', id: 't2' } })).toEqual(['p3', 'p4']);
});

test('a search outranks the selection, and what the pointer is on is lifted besides', () => {
  const graph = sceneGraph(tinyMap(), 'papers', NOTHING);
  const searching = scene({ selection: { kind: 'paper', id: 'p3' }, matches: new Set(['p5', 'gone']) });
  expect(ids(emphasisOf(graph, searching, null)?.nodes ?? [])).toEqual(['p5']);
  expect(ids(emphasisOf(graph, searching, 'p2')?.nodes ?? [])).toEqual(['p1', 'p2', 'p5']);
  expect(emphasisOf(graph, scene(), null)).toBeNull();
});

test('what is selected but not on this view stands for nothing', () => {
  expect(selectedNodes(sceneGraph(tinyMap(), 'papers', new Set(['t2'])), { kind: 'paper', id: 'p3' })).toEqual([]);
});

test('another selection on the same map keeps the graph; hiding a topic makes a new one', () => {
  const map = tinyMap();
  const first = new MapState(scene({ map }), null);
  const second = new MapState(scene({ map, selection: { kind: 'paper', id: 'p1' }, hiddenTopics: new Set() }), first);
  expect(second.graph).toBe(first.graph);
  expect(new MapState(scene({ map, hiddenTopics: new Set(['t1']) }), second).graph).not.toBe(first.graph);
});
