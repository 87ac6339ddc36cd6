import { describe, expect, test } from 'vitest';
import { PLAIN_SCENE } from '../../../renderer/map/graph-view-types.ts';
import { MapState } from '../../../renderer/map/map-state.ts';
import { labelText, topicText } from '../../../shared/label-text.ts';
import { boxOf, centredCamera, fitCamera, zoomedCamera, type Camera } from '../../../shared/picture/camera.ts';
import { emphasisOf } from '../../../shared/picture/emphasis.ts';
import { planLabels, planNames, type MapLabel } from '../../../shared/picture/label-plan.ts';
import { MapGrounds } from '../../../shared/picture/map-grounds.ts';
import { sceneGraph } from '../../../shared/picture/scene-graph.ts';
import { namedArea, placeTopicNames, type NamedArea } from '../../../shared/place-topic-names.ts';
import type { View } from '../../../shared/settings.ts';
import { plantedMap } from '../../support/planted-map.ts';

interface Plan {
  papers: number;
  view?: View;
  zoom?: number;
  hovered?: string;
  selected?: string;
}

const maps = new Map([56, 500, 2000].map((papers) => [papers, plantedMap(papers)]));

function plan({ papers, view = 'papers', zoom = 1, hovered, selected }: Plan): { labels: MapLabel[]; camera: Camera } {
  const map = maps.get(papers)!;
  const graph = sceneGraph(map, view, new Set());
  const fitted = fitCamera(boxOf(graph.nodes)!, 860, 840);
  const camera = zoomedCamera(fitted, fitted.zoom * zoom, 430, 420);
  const scene = { ...PLAIN_SCENE, map, view, selection: selected === undefined ? null : ({ kind: 'paper', id: selected } as const), reducedMotion: true } as const;
  const chosen = selected === undefined ? undefined : graph.byId.get(selected);
  const grounds = new MapGrounds(graph);
  const labels = planLabels({ graph, names: planNames(graph, grounds, camera), covers: [], camera, tint: 'topics', detail: grounds.detail(camera), emphasis: emphasisOf(graph, scene, hovered ?? null), selected: new Set(chosen ? [chosen] : []), starred: new Set(), hovered: hovered ?? null });
  return { labels, camera };
}

function boxes({ labels, camera }: { labels: MapLabel[]; camera: Camera }) {
  return labels.map(({ anchorX, anchorY, offsetX, offsetY, width, height, role }) => {
    const left = anchorX * camera.zoom + camera.panX + offsetX;
    const top = anchorY * camera.zoom + camera.panY + offsetY;
    return { left, top, right: left + width, bottom: top + height, role };
  });
}

function overlaps(planned: { labels: MapLabel[]; camera: Camera }): number {
  const all = boxes(planned).filter(({ role }) => role !== 'card');
  return all.flatMap((a, place) => all.slice(place + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length;
}

describe('labels', () => {
  test.each<Plan>([
    { papers: 56 },
    { papers: 500 },
    { papers: 2000 },
    { papers: 500, zoom: 3 },
    { papers: 2000, zoom: 6 },
    { papers: 500, view: 'concepts' },
    { papers: 500, view: 'both', zoom: 2 },
    { papers: 500, selected: 'p00010' },
  ])('never overlap and stay on the canvas: %o', (wanted) => {
    const planned = plan(wanted);
    expect(planned.labels.length).toBeGreaterThan(4);
    expect(overlaps(planned)).toBe(0);
    for (const { left, top, right, bottom } of boxes(planned)) expect(left >= 0 && top >= 0 && right <= 860 && bottom <= 840).toBe(true);
  });

  test('every topic is named on a fitted map of 56, 500 and 2,000 papers', () => {
    for (const papers of [56, 500, 2000]) expect(plan({ papers }).labels.filter(({ role }) => role === 'topic')).toHaveLength(maps.get(papers)!.topics.length);
  });

  test('of a concept in the overview the papers show where they are, and only topics are named; near, papers are titled, none standing out', () => {
    const map = maps.get(2000)!;
    const concept = map.concepts.toSorted((a, b) => b.papers - a.papers)[0]!;
    const labelsAt = (zoom: number) => {
      const state = new MapState({ ...PLAIN_SCENE, map, selection: { kind: 'concept', id: concept.id }, reducedMotion: true }, null);
      const fitted = fitCamera(boxOf(state.graph.nodes)!, 860, 840);
      const [middle] = state.selected;
      state.plan(centredCamera(middle!.x, middle!.y, fitted.zoom * zoom, 860, 840));
      return state;
    };
    const far = labelsAt(1);
    expect(far.selected.size).toBeGreaterThan(24);
    expect(new Set(far.labels.map(({ role }) => role))).toEqual(new Set(['topic']));
    expect(far.labels.some(({ isPlain }) => isPlain)).toBe(false);
    const near = labelsAt(8);
    expect(near.labels.some(({ role }) => role === 'node')).toBe(true);
    expect(near.labels.some(({ role }) => role === 'selected')).toBe(false);
  });

  test('a topic some of whose papers lie elsewhere is named at the others, and its bubble stays with them', () => {
    const map = maps.get(500)!;
    const own = map.papers.filter(({ topic }) => topic === map.topics[0]!.id);
    const strays = new Set(own.slice(0, 12).map(({ id }) => id));
    const far = 3 * Math.max(...map.papers.map(({ x }) => Math.abs(x)));
    const scattered = { ...map, papers: map.papers.map((paper) => (strays.has(paper.id) ? { ...paper, x: far + paper.x / 20, y: far + paper.y / 20 } : paper)) };
    const graph = sceneGraph(scattered, 'papers', new Set());
    const grounds = new MapGrounds(graph);
    const area = grounds.topics.areas.find(({ topic }) => topic === 0)!;
    expect(area.parts.length).toBeGreaterThan(1);
    const home = boxOf(graph.nodes.filter(({ id, topic }) => topic === 0 && !strays.has(id)))!;
    const bubble = grounds.overview.bubbles.find(({ topic }) => topic === 0)!;
    expect(bubble.x > home.left && bubble.x < home.right && bubble.y > home.top && bubble.y < home.bottom).toBe(true);
    const sizes = [{ width: 90, height: 16 }];
    const [largest, other] = area.parts.map(({ left, top, right, bottom }) => ({ left: left + 200, top: top + 200, right: right + 200, bottom: bottom + 200 }));
    expect(namedArea(0, area.parts, sizes, { zoom: 1, panX: 200, panY: 200, width: 4000, height: 4000 })).toEqual({ topic: 0, ...largest, sizes });
    expect(namedArea(0, area.parts, sizes, { zoom: 1, panX: -600, panY: -600, width: 4000, height: 4000 })).toMatchObject({ left: other!.left - 800, top: other!.top - 800 });
  });

  test('the title of a selected paper lies on no other paper that stands out, where any place beside it is free', () => {
    for (const selected of ['p00010', 'p00003', 'p00021', 'p00040']) {
      const { labels, camera } = plan({ papers: 56, selected });
      const map = maps.get(56)!;
      const graph = sceneGraph(map, 'papers', new Set());
      const own = labels.find(({ role }) => role === 'selected')!;
      const left = own.anchorX * camera.zoom + camera.panX + own.offsetX;
      const top = own.anchorY * camera.zoom + camera.panY + own.offsetY;
      const lifted = emphasisOf(graph, { ...PLAIN_SCENE, selection: { kind: 'paper', id: selected } }, null)!;
      const covered = [...lifted.nodes].filter((node) => {
        const [x, y] = [node.x * camera.zoom + camera.panX, node.y * camera.zoom + camera.panY];
        return x > left && x < left + own.width && y > top && y < top + own.height;
      });
      expect(covered.map(({ id }) => id)).toEqual([]);
    }
  });

  test('in the overview no papers are titled while a topic is lifted out, since they are not to be seen', () => {
    const state = new MapState({ ...PLAIN_SCENE, map: maps.get(2000)!, selection: { kind: 'topic', id: 't0' }, focusedTopic: 't0' }, null);
    state.plan(fitCamera(boxOf(state.graph.nodes)!, 860, 840));
    expect(state.labels.filter(({ role }) => role !== 'topic')).toEqual([]);
  });

  test('closer up more titles find room', () => {
    const titles = (zoom: number) => plan({ papers: 500, zoom }).labels.filter(({ role }) => role === 'node').length;
    expect(titles(4)).toBeGreaterThan(titles(1));
  });

  test('titles keep a size of 11 to 13 pixels at every zoom', () => {
    for (const zoom of [0.5, 1, 5]) {
      const sizes = plan({ papers: 500, zoom }).labels.filter(({ role }) => role === 'node').flatMap(({ lines }) => lines.map(({ fontSize }) => fontSize));
      for (const size of sizes) expect(size >= 11 && size <= 13).toBe(true);
    }
  });

  test('the paper under the pointer is always titled, and names of topics stay where they are', () => {
    const names = ({ labels }: { labels: MapLabel[] }) => labels.filter(({ role }) => role === 'topic').map(({ id, anchorX, anchorY }) => ({ id, anchorX, anchorY }));
    const rest = plan({ papers: 500 });
    const pointed = plan({ papers: 500, hovered: 'p00003' });
    expect(pointed.labels.find(({ role }) => role === 'card')?.id).toBe('p00003');
    expect(names(pointed)).toEqual(names(rest));
  });

  test('with a selection only what is lifted out is titled, the selected paper among them, and other topics fade', () => {
    const { labels } = plan({ papers: 500, selected: 'p00003' });
    expect(labels.some(({ id, role }) => id === 'p00003' && role === 'selected')).toBe(true);
    expect(labels.filter(({ role }) => role === 'node').length).toBeLessThan(20);
    expect(labels.some(({ role, faded }) => role === 'topic' && faded)).toBe(true);
  });
});

describe('texts of labels', () => {
  test('a long title has two lines and ends in an ellipsis', () => {
    const { lines } = labelText('A very long title about the many things that one can say about language models', 11.5, 400, 168, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.text.endsWith('…')).toBe(true);
  });

  test('a topic is named by its first concept, beneath it smaller the others that fit whole', () => {
    const { lines } = topicText('Continual learning · regularization · knowledge distillation of large models', false);
    expect(lines.map(({ text }) => text)).toEqual(['Continual learning', 'regularization']);
    expect(lines[0]!.fontSize).toBeGreaterThan(lines[1]!.fontSize);
    expect(topicText('Pruning · sparsity', true).lines.map(({ text }) => text)).toEqual(['Pruning']);
  });
});

describe('names of topics', () => {
  const square = (topic: number, x: number, y: number, half: number): NamedArea => ({
    topic,
    left: x - half,
    top: y - half,
    right: x + half,
    bottom: y + half,
    sizes: [{ width: 100, height: 30 }, { width: 60, height: 15 }],
  });
  const bounds = { left: 0, top: 0, right: 400, bottom: 300 };
  const nowhere = () => null;

  test('an empty area is named in its middle', () => {
    expect(placeTopicNames([square(0, 200, 150, 80)], [], bounds, nowhere)).toEqual([{ topic: 0, left: 150, top: 135, size: 0 }]);
  });

  test('a name moves off the few papers of a small topic', () => {
    const papers = [{ x: 180, y: 150, radius: 8, topic: 0 }, { x: 200, y: 150, radius: 8, topic: 0 }, { x: 220, y: 150, radius: 8, topic: 0 }];
    const [name] = placeTopicNames([square(0, 200, 150, 60)], papers, bounds, nowhere);
    expect(name && (name.top + 30 <= 142 || name.top >= 158)).toBe(true);
  });

  test('two topics on one spot get names apart, and one without room none', () => {
    const [first, second] = placeTopicNames([square(0, 200, 150, 60), square(1, 200, 150, 50)], [], bounds, nowhere);
    expect(first && second && Math.abs(first.top - second.top) >= 15).toBe(true);
    expect(placeTopicNames([square(0, 20, 10, 10)], [], { left: 0, top: 0, right: 40, bottom: 12 }, nowhere)).toEqual([]);
  });
});
