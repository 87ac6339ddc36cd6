import { describe, expect, test } from 'vitest';
import { linkAt } from '../../../renderer/map/hit-test.ts';
import { mapKey } from '../../../renderer/map/keys.ts';
import { mostLinked, nodeTowards } from '../../../renderer/map/walk.ts';
import { wheelFactor } from '../../../renderer/map/wheel.ts';
import { between, boxOf, centredCamera, fitCamera, travelCamera, zoomedCamera, type Camera } from '../../../shared/picture/camera.ts';
import { sceneGraph, type SceneNode } from '../../../shared/picture/scene-graph.ts';
import { screenRadius } from '../../../shared/screen-radius.ts';
import { plantedMap } from '../../support/planted-map.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const graph = sceneGraph(tinyMap(), 'papers', new Set());
const at = (id: string): SceneNode => graph.byId.get(id)!;
const identity: Camera = { zoom: 1, panX: 0, panY: 0, width: 800, height: 600 };
const onScreen = ({ x, y }: { x: number; y: number }, camera: Camera) => ({ x: x * camera.zoom + camera.panX, y: y * camera.zoom + camera.panY });

describe('walking by arrow keys', () => {
  test('right of p1 lies p3 among its links, though p2 is nearer and lower', () => {
    expect(nodeTowards(graph, at('p1'), 'right')?.id).toBe('p3');
  });

  test('down from p1 is its linked neighbour p2', () => {
    expect(nodeTowards(graph, at('p1'), 'down')?.id).toBe('p2');
  });

  test('where no linked paper lies in the direction the nearest of all is next', () => {
    expect(nodeTowards(graph, at('p5'), 'up')?.id).toBe('p2');
  });

  test('at the edge there is nowhere to go', () => {
    expect(nodeTowards(graph, at('p1'), 'left')).toBeNull();
  });

  test('every paper of a planted map is reached by arrows from the most linked one', () => {
    const planted = sceneGraph(plantedMap(200), 'papers', new Set());
    const start = mostLinked(planted.nodes)!;
    const reached = new Set([start]);
    for (const node of reached) for (const direction of ['left', 'right', 'up', 'down'] as const) {
      const next = nodeTowards(planted, node, direction);
      if (next) reached.add(next);
    }
    expect(reached.size).toBeGreaterThan(190);
  });

  test('of equally linked papers the first by id is the most linked', () => {
    expect(mostLinked(graph.nodes)?.id).toBe('p1');
    expect(mostLinked([])).toBeNull();
  });
});

describe('hitting links', () => {
  test('a point on a line hits it, one 6 pixels off does not with a tolerance of 5', () => {
    const middle = { x: -70, y: 5 };
    expect(linkAt(graph.links, identity, middle.x, middle.y, 5)?.target.id).toBe('p2');
    const normal = { x: -30 / Math.hypot(20, 30), y: 20 / Math.hypot(20, 30) };
    expect(linkAt(graph.links, identity, middle.x + 6 * normal.x, middle.y + 6 * normal.y, 5)).toBeNull();
  });

  test('the tolerance is in pixels whatever the zoom', () => {
    const zoomed: Camera = { ...identity, zoom: 10 };
    expect(linkAt(graph.links, zoomed, -700 - 40, 50, 5)).toBeNull();
    expect(linkAt(graph.links, zoomed, -700 - 4, 50, 5)).not.toBeNull();
  });

  test('of two lines the nearer one is hit, and beyond its ends a line ends', () => {
    expect(linkAt(graph.links, identity, 80, 12, 5)?.source.id).toBe('p3');
    expect(linkAt(graph.links, identity, -90, -25, 5)).toBeNull();
  });
});

describe('the viewport', () => {
  test('fitting puts every node inside the canvas with room around it', () => {
    const camera = fitCamera(boxOf(graph.nodes)!, 800, 600);
    for (const node of graph.nodes) {
      const { x, y } = onScreen(node, camera);
      expect(x > 30 && x < 770 && y > 44 && y < 556).toBe(true);
    }
  });

  test('a single paper is fitted without being blown up', () => {
    expect(fitCamera(boxOf([at('p5')])!, 800, 600).zoom).toBeLessThanOrEqual(3);
    expect(boxOf([])).toBeNull();
  });

  test('zooming about a point leaves the map under it where it was', () => {
    const before = centredCamera(10, 20, 1.5, 800, 600);
    const after = zoomedCamera(before, 4, 123, 456);
    expect((123 - after.panX) / 4).toBeCloseTo((123 - before.panX) / 1.5, 9);
    expect((456 - after.panY) / 4).toBeCloseTo((456 - before.panY) / 1.5, 9);
  });

  test('travelling puts the paper in the middle with its neighbours in sight', () => {
    const camera = travelCamera(identity, at('p1'), [at('p1'), at('p2')], { least: 0.2, most: 2.4 });
    expect(onScreen(at('p1'), camera)).toEqual({ x: 400, y: 300 });
    const { x, y } = onScreen(at('p2'), camera);
    expect(x > 0 && x < 800 && y > 0 && y < 600).toBe(true);
  });

  test('travelling on keeps a zoom that already shows the surroundings', () => {
    const first = travelCamera(identity, at('p1'), [at('p2')], { least: 0.2, most: 2.4 });
    expect(travelCamera(first, at('p3'), [at('p4')], { least: 0.2, most: 2.4 }).zoom).toBe(first.zoom);
  });

  test('a motion begins and ends exactly where it should, and halfway its zoom is the geometric mean', () => {
    const from = centredCamera(0, 0, 1, 800, 600);
    const to = centredCamera(100, 50, 4, 800, 600);
    expect(between(from, to, 1)).toEqual(to);
    expect(between(from, to, 0).panX).toBeCloseTo(from.panX, 9);
    expect(between(from, to, 0.5).zoom).toBeCloseTo(2, 9);
  });

  test('nodes never get smaller than 2 pixels, and close up they grow slower than the map', () => {
    expect(screenRadius(4, 0.01)).toBe(2);
    expect(screenRadius(5, 1.2)).toBeCloseTo(6, 9);
    expect(screenRadius(5, 6)).toBeLessThan(15);
  });
});

describe('keys and wheel', () => {
  const press = (key: string, change = {}) => mapKey({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...change });

  test('arrows walk, with Shift they pan, with Ctrl they are the window’s', () => {
    expect(press('ArrowLeft')).toEqual({ kind: 'walk', direction: 'left' });
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'pan', dx: 80, dy: 0 });
    expect(press('ArrowLeft', { ctrlKey: true })).toBeNull();
  });

  test('plus, minus, zero, Home, Enter and Escape have their meaning, Tab none', () => {
    expect(['+', '-', '0', 'Home', 'Enter', 'Escape', 'Tab'].map((key) => press(key)?.kind)).toEqual(['zoom', 'zoom', 'fit', 'home', 'choose', 'clear', undefined]);
  });

  test('a notch up zooms in, three lines count as much as 48 pixels, and no turn zooms more than half as far again', () => {
    const turn = (deltaY: number, deltaMode = 0, ctrlKey = false) => wheelFactor({ deltaY, deltaMode, ctrlKey });
    expect(turn(-100)).toBeGreaterThan(1.15);
    expect(turn(100) * turn(-100)).toBeCloseTo(1, 9);
    expect(turn(3, 1)).toBe(turn(48));
    expect(turn(-10_000)).toBeLessThan(1.55);
    expect(turn(-10, 0, true)).toBeGreaterThan(turn(-10));
  });
});
