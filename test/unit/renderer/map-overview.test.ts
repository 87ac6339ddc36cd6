import { describe, expect, test } from 'vitest';
import { PLAIN_SCENE, type GraphScene } from '../../../renderer/map/graph-view-types.ts';
import type { MapKey } from '../../../renderer/map/keys.ts';
import { MapState } from '../../../renderer/map/map-state.ts';
import { pressInOverview } from '../../../renderer/map/overview-keyboard.ts';
import { bubbleText } from '../../../shared/label-text.ts';
import { placeBubbleNames } from '../../../shared/picture/bubble-names.ts';
import { boxOf, fitCamera, zoomedCamera, type Camera } from '../../../shared/picture/camera.ts';
import { detailAt, zoomForNodes, zoomForSubtopics } from '../../../shared/picture/level-of-detail.ts';
import { bubbleAt } from '../../../shared/picture/overview.ts';
import type { Selection } from '../../../shared/settings.ts';
import { plantedMap } from '../../support/planted-map.ts';

const SIZE = { width: 800, height: 760 };
const state = new MapState({ ...PLAIN_SCENE, map: plantedMap(2000) }, null);
const { overview } = state.grounds;
const fitted = fitCamera(boxOf(state.graph.nodes)!, SIZE.width, SIZE.height);
const closer = (factor: number): Camera => zoomedCamera(fitted, fitted.zoom * factor, SIZE.width / 2, SIZE.height / 2);

describe('what is seen at a zoom', () => {
  test('a map of 400 papers shows papers at once, one of 2,000 its topics', () => {
    expect(detailAt(1, 1, 400)).toMatchObject({ topics: 0, nodes: 1 });
    expect(detailAt(1, 1, 2000)).toMatchObject({ topics: 1, subtopics: 0 });
    expect(detailAt(1, 1, 2000).nodes).toBeLessThan(0.2);
  });

  test.each([401, 2000, 50_000])('zooming into %i papers topics give way to sub-topics, those to papers, and nothing comes back', (papers) => {
    const last = zoomForNodes(1, papers);
    const steps = Array.from({ length: 60 }, (_, step) => detailAt(last ** (step / 59), 1, papers));
    for (const [place, { topics, subtopics, nodes }] of steps.slice(1).entries()) {
      const before = steps[place]!;
      expect(topics <= before.topics && subtopics >= before.subtopics && nodes >= before.nodes).toBe(true);
      expect(Math.max(before.topics - topics, nodes - before.nodes)).toBeLessThan(0.15);
    }
    expect(steps.at(-1)).toEqual({ topics: 0, subtopics: 1, nodes: 1 });
    expect(detailAt(zoomForSubtopics(1, papers), 1, papers)).toMatchObject({ topics: 0, subtopics: 1 });
  });
});

describe('the overview', () => {
  test('has a bubble for each topic, its area growing with the papers, none over another', () => {
    expect(overview.bubbles).toHaveLength(state.scene.map.topics.length);
    const [first] = overview.bubbles;
    for (const [place, one] of overview.bubbles.entries()) {
      expect(one.radius / Math.sqrt(one.importance)).toBeCloseTo(first!.radius / Math.sqrt(first!.importance), 6);
      for (const other of overview.bubbles.slice(place + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
    }
  });

  test('is the same whether concepts are drawn among the papers or not, and in whatever order the views are looked at', () => {
    const both = new MapState({ ...state.scene, view: 'both' }, null);
    const papersAfterBoth = new MapState({ ...state.scene, view: 'papers' }, both);
    const told = ({ bubbles, links }: typeof overview) => ({ bubbles, links: links.map(({ source, target }) => [source.id, target.id]) });
    for (const { grounds } of [both, papersAfterBoth]) expect(told(grounds.overview)).toEqual(told(overview));
  });

  test('every name tells the number of papers where there is room for it', () => {
    const names = placeBubbleNames(overview, fitCamera(boxOf(state.graph.nodes)!, 640, 560));
    const counted = names.filter(({ bubble, text }) => text.lines.at(-1)?.text === String(bubble.importance));
    expect(counted.length).toBeGreaterThan(names.filter(({ isInside }) => isInside).length);
    expect(counted.length).toBeGreaterThanOrEqual(names.length - 3);
  });

  test('a name inside breaks at its hyphens rather than leave the bubble', () => {
    const lines = bubbleText('Self-supervised learning · contrastive', 133, 78, 50)?.lines.map(({ text }) => text);
    expect(lines).toEqual(['Self-', 'supervised', 'learning', '133']);
    expect(bubbleText('Self-supervised learning', 133, 145, 80)?.lines[0]?.text).toBe('Self-supervised');
  });

  test('has few links, weighted by those between the papers, the strongest last', () => {
    expect(overview.links.length).toBeGreaterThan(0);
    expect(overview.links.length).toBeLessThanOrEqual(2 * overview.bubbles.length);
    expect(overview.links.at(-1)?.weight).toBe(1);
    expect(overview.links.map(({ weight }) => weight)).toEqual(overview.links.map(({ weight }) => weight).toSorted((a, b) => a - b));
  });

  test.each([1, 1.15, 1.25])('zoomed in %f times its names stay on the canvas and off each other', (factor) => {
    const names = placeBubbleNames(overview, closer(factor)).map(({ left, top, text }) => ({ left, top, right: left + text.width, bottom: top + text.height }));
    if (factor === 1) expect(names).toHaveLength(overview.bubbles.length);
    for (const [place, one] of names.entries()) {
      expect(one.left >= 0 && one.top >= 0 && one.right <= SIZE.width && one.bottom <= SIZE.height).toBe(true);
      for (const other of names.slice(place + 1)) expect(one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom).toBe(false);
    }
  });

  test('a click on a bubble selects its topic, even where a paper lies beneath; closer up it selects the paper', () => {
    const paper = state.graph.nodes.find(({ x, y }) => bubbleAt(overview, x, y) !== null)!;
    const at = (camera: Camera) => ({ x: paper.x * camera.zoom + camera.panX, y: paper.y * camera.zoom + camera.panY, node: paper.id });
    expect(state.selectionAt(fitted, at(fitted))).toEqual({ kind: 'topic', id: bubbleAt(overview, paper.x, paper.y)!.id });
    expect(state.selectionAt(closer(3), at(closer(3)))).toEqual({ kind: 'paper', id: paper.id });
    expect(state.nodeUnder(fitted, at(fitted))).toBeNull();
  });

  test('what can be walked to are topics at first, papers closer up', () => {
    expect(state.walkable(fitted)).toEqual(overview.bubbles);
    expect(state.walkable(closer(3))).toHaveLength(2000);
  });
});

describe('the keyboard in the overview', () => {
  function press(key: MapKey, selection: Selection | null, picking: GraphScene['picking'] = null) {
    const done: { selected: Selection[]; opened: Selection[]; pointed: string[] } = { selected: [], opened: [], pointed: [] };
    const now = new MapState({ ...state.scene, selection, picking }, state);
    const used = pressInOverview(key, now, { select: (chosen) => done.selected.push(chosen), open: (chosen) => done.opened.push(chosen), point: ({ id }) => done.pointed.push(id), menu: () => undefined, isWellInSight: () => true });
    return { used, ...done };
  }

  test('Home goes to the largest topic, arrows to the next in that direction', () => {
    expect(press({ kind: 'home' }, null).selected).toEqual([{ kind: 'topic', id: overview.bubbles[0]!.id }]);
    const [first] = overview.bubbles;
    const [next] = press({ kind: 'walk', direction: 'right' }, { kind: 'topic', id: first!.id }).selected;
    expect(overview.bubbles.find(({ id }) => next && 'id' in next && id === next.id)!.x).toBeGreaterThan(first!.x);
  });

  test('Enter zooms into the selected topic, and selects one where none is', () => {
    expect(press({ kind: 'choose' }, { kind: 'topic', id: 't3' })).toEqual({ used: true, selected: [], opened: [{ kind: 'topic', id: 't3' }], pointed: [] });
    expect(press({ kind: 'choose' }, null).selected).toHaveLength(1);
  });

  test('while another topic is asked for, arrows only point at topics and Enter names one; while a paper is, Enter opens the topic', () => {
    const from: Selection = { kind: 'topic', id: overview.bubbles[0]!.id };
    const walked = press({ kind: 'walk', direction: 'right' }, from, 'topics');
    expect(walked).toMatchObject({ selected: [], opened: [] });
    expect(walked.pointed).toHaveLength(1);
    expect(press({ kind: 'choose' }, from, 'both').selected).toEqual([from]);
    expect(press({ kind: 'choose' }, from, 'papers')).toMatchObject({ selected: [], opened: [from] });
  });

  test('other keys are left to the map', () => {
    expect(press({ kind: 'fit' }, null).used).toBe(false);
  });
});

test('the fitted map has every topic’s ground whole on the canvas', () => {
  const camera = fitCamera(state.grounds.box!, SIZE.width, SIZE.height);
  for (const { box } of state.areas) {
    expect(box.left * camera.zoom + camera.panX).toBeGreaterThanOrEqual(0);
    expect(box.right * camera.zoom + camera.panX).toBeLessThanOrEqual(SIZE.width);
    expect(box.top * camera.zoom + camera.panY).toBeGreaterThanOrEqual(0);
    expect(box.bottom * camera.zoom + camera.panY).toBeLessThanOrEqual(SIZE.height);
  }
});
