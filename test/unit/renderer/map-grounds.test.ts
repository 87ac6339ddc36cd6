import { describe, expect, test } from 'vitest';
import { MapGrounds } from '../../../shared/picture/map-grounds.ts';
import { sceneGraph } from '../../../shared/picture/scene-graph.ts';
import { plantedMap } from '../../support/planted-map.ts';

const map = plantedMap(300);
const ALL = new Set<string>();

describe('grounds of a map', () => {
  test('are worked out once for the same papers, with concepts among them or not', () => {
    const papers = new MapGrounds(sceneGraph(map, 'papers', ALL), 'kept');
    const hidden = new MapGrounds(sceneGraph(map, 'papers', new Set(['t1'])), 'kept');
    expect(new MapGrounds(sceneGraph(map, 'both', ALL), 'kept').topics).toBe(papers.topics);
    expect(new MapGrounds(sceneGraph(map, 'papers', ALL), 'kept').overview).toBe(papers.overview);
    expect(hidden.topics).not.toBe(papers.topics);
    expect(hidden.topics.areas.some(({ topic }) => topic === 1)).toBe(false);
  });

  test('of concepts, and of papers that were moved, are their own', () => {
    const kept = new MapGrounds(sceneGraph(map, 'papers', ALL), 'kept');
    expect(new MapGrounds(sceneGraph(map, 'concepts', ALL), 'kept').topics).not.toBe(kept.topics);
    expect(new MapGrounds(sceneGraph(map, 'papers', ALL)).topics).not.toBe(kept.topics);
  });

  test('that are worked out while papers are moved are not taken over', () => {
    const other = plantedMap(300, 2);
    const graph = sceneGraph(other, 'papers', ALL);
    const moving = new MapGrounds(graph, 'kept');
    moving.leave();
    for (const node of graph.nodes) node.x += 1000;
    const [moved] = moving.topics.areas;
    const [unmoved] = new MapGrounds(sceneGraph(other, 'papers', ALL), 'kept').topics.areas;
    expect((moved?.box.left ?? 0) - (unmoved?.box.left ?? 0)).toBeGreaterThan(900);
  });
});
