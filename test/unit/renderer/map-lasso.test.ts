import { describe, expect, test } from 'vitest';
import { nodeAt } from '../../../renderer/map/hit-test.ts';
import { boxOutline, extendedLasso, isInside, pointsInside } from '../../../renderer/map/lasso.ts';
import { MapState } from '../../../renderer/map/map-state.ts';
import { PLAIN_SCENE } from '../../../renderer/map/graph-view-types.ts';
import { selectionAfter } from '../../../renderer/state/select-many.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const camera = { zoom: 2, panX: 400, panY: 300, width: 800, height: 600 };

describe('boxes and lassos', () => {
  test('a box holds what lies between its corners, whichever way it was drawn', () => {
    const points = [{ x: 1, y: 1 }, { x: 5, y: 5 }, { x: 9, y: 1 }];
    expect(pointsInside(points, boxOutline({ x: 0, y: 0 }, { x: 6, y: 6 }))).toEqual([{ x: 1, y: 1 }, { x: 5, y: 5 }]);
    expect(pointsInside(points, boxOutline({ x: 6, y: 6 }, { x: 0, y: 0 }))).toEqual([{ x: 1, y: 1 }, { x: 5, y: 5 }]);
  });

  test('a lasso in the shape of a U does not hold what lies in its notch', () => {
    const u = [{ x: 0, y: 0 }, { x: 2, y: 0 }, { x: 2, y: 8 }, { x: 8, y: 8 }, { x: 8, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }, { x: 0, y: 10 }];
    expect(isInside({ x: 5, y: 4 }, u)).toBe(false);
    expect(isInside({ x: 5, y: 9 }, u)).toBe(true);
    expect(isInside({ x: 1, y: 4 }, u)).toBe(true);
    expect(pointsInside([{ x: 5, y: 4 }, { x: 9, y: 3 }], u)).toEqual([{ x: 9, y: 3 }]);
  });

  test('a pointer that hardly moves adds no corner', () => {
    const begun = extendedLasso([], { x: 0, y: 0 });
    expect(extendedLasso(begun, { x: 1, y: 1 })).toBe(begun);
    expect(extendedLasso(begun, { x: 3, y: 3 })).toHaveLength(2);
  });
});

describe('what is under the pointer', () => {
  const state = new MapState({ ...PLAIN_SCENE, map: tinyMap() }, null);

  test('a paper is hit on its disc and not beside it', () => {
    const at = { x: -80 * 2 + 400, y: -10 * 2 + 300 };
    expect(nodeAt(state.graph.nodes, camera, at.x + 3, at.y)?.id).toBe('p1');
    expect(nodeAt(state.graph.nodes, camera, at.x + 30, at.y)).toBeNull();
  });

  test('the ground between two papers of a topic is that topic’s, far from both it is nobody’s', () => {
    expect(state.topicAt(camera, { x: -70 * 2 + 400, y: 5 * 2 + 300, node: null })).toEqual({ kind: 'topic', id: 't1' });
    expect(state.topicAt(camera, { x: 400, y: 20, node: null })).toBeNull();
  });
});

describe('selecting several papers', () => {
  test('papers replace, join and leave those selected, in the order of their ids', () => {
    expect(selectionAfter({ kind: 'topic', id: 't1' }, ['p3', 'p1'], 'replace')).toEqual({ kind: 'papers', ids: ['p1', 'p3'] });
    expect(selectionAfter({ kind: 'paper', id: 'p2' }, ['p1'], 'add')).toEqual({ kind: 'papers', ids: ['p1', 'p2'] });
    expect(selectionAfter({ kind: 'papers', ids: ['p1', 'p2', 'p3'] }, ['p2'], 'remove')).toEqual({ kind: 'papers', ids: ['p1', 'p3'] });
  });

  test('one that is left is that paper, none is nothing', () => {
    expect(selectionAfter({ kind: 'papers', ids: ['p1', 'p2'] }, ['p2'], 'remove')).toEqual({ kind: 'paper', id: 'p1' });
    expect(selectionAfter({ kind: 'paper', id: 'p1' }, ['p1'], 'remove')).toBeNull();
    expect(selectionAfter({ kind: 'paper', id: 'p1' }, [], 'replace')).toBeNull();
  });
});
