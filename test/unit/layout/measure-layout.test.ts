import { describe, expect, it } from 'vitest';
import { measureLayout } from '../../../electron/engine/layout/measure-layout.ts';
import { DEFAULT_MAP_SETTINGS } from '../../../shared/settings.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';

interface Spot {
  x: number;
  y: number;
  topic: string;
  concepts: string[];
}

/** A map of papers at given spots, linked by their numbers. */
function mapOf(spots: readonly Spot[], links: readonly [number, number][]): TopicMap {
  const idOf = (paper: number) => `p${String(paper).padStart(3, '0')}`;
  const labels = [...new Set(spots.flatMap(({ concepts }) => concepts))];
  return {
    format: 'concept-atlas/topic-map',
    version: 1,
    parameters: DEFAULT_MAP_SETTINGS,
    papers: spots.map(({ x, y, topic, concepts }, paper) => ({ id: idOf(paper), title: idOf(paper), topic, confidence: 1, x, y, concepts: concepts.map((id) => ({ id, weight: 1 })) })),
    concepts: labels.map((id) => ({ id, label: id, aliases: [], papers: spots.filter(({ concepts }) => concepts.includes(id)).length, topic: null, x: 0, y: 0 })),
    topics: [],
    links: links.map(([source, target]) => ({ source: idOf(source), target: idOf(target), weight: 1, concepts: [] })),
    quality: { modularity: 0, stability: 1, coverage: 1 },
    notices: [],
  };
}

/** Papers in a row; each shares a concept with each of the ten before and after it. */
function row(order: (place: number) => number): TopicMap {
  return mapOf(Array.from({ length: 100 }, (_, paper) => ({ x: 20 * order(paper), y: 0, topic: 't1', concepts: Array.from({ length: 11 }, (_unused, step) => `c${paper + step}`) })), []);
}

describe('measureLayout', () => {
  it('trusts a row in the order of likeness almost fully, and one in mixed order half', () => {
    expect(measureLayout(row((place) => place)).trustworthiness).toBeGreaterThan(0.99);
    const mixed = measureLayout(row((place) => (place * 37) % 100)).trustworthiness;
    expect(mixed).toBeGreaterThan(0.3);
    expect(mixed).toBeLessThan(0.7);
  });

  it('counts two links between topics that cross, and not two side by side or two within a topic', () => {
    const corners = [[0, 0], [100, 0], [0, 100], [100, 100]].map(([x = 0, y = 0], paper) => ({ x, y, topic: `t${paper}`, concepts: [] }));
    expect(measureLayout(mapOf(corners, [[0, 3], [1, 2]])).crossings).toBe(1);
    expect(measureLayout(mapOf(corners, [[0, 1], [2, 3]])).crossings).toBe(0);
    expect(measureLayout(mapOf(corners.map(({ x, y }) => ({ x, y, topic: 't1', concepts: [] })), [[0, 3], [1, 2]])).crossings).toBe(0);
  });

  it('finds no stress in a chain that lies straight, at any scale, and some in one that is folded', () => {
    const chain = (x: (paper: number) => number) => mapOf(Array.from({ length: 10 }, (_, paper) => ({ x: x(paper), y: 0, topic: 't1', concepts: [] })), Array.from({ length: 9 }, (_, paper) => [paper, paper + 1]));
    expect(measureLayout(chain((paper) => 50 * paper)).stress).toBe(0);
    expect(measureLayout(chain((paper) => 3 * paper)).stress).toBe(0);
    expect(measureLayout(chain((paper) => 50 * Math.min(paper, 9 - paper))).stress).toBeGreaterThan(0.3);
  });

  it('counts discs of ten units that overlap', () => {
    const at = (x: number) => ({ x, y: 0, topic: 't1', concepts: [] });
    expect(measureLayout(mapOf([at(0), at(9), at(20), at(29.9)], [])).overlaps).toBe(2);
  });
});
