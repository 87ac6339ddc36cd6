import { describe, expect, test } from 'vitest';
import { CONCEPT_BUDGETS, conceptStage, tellingConcepts } from '../../../shared/concept-budget.ts';
import { PLAIN_SCENE } from '../../../renderer/map/graph-view-types.ts';
import { MapState } from '../../../renderer/map/map-state.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { plantedMap } from '../../support/planted-map.ts';

/** A planted map with so many more concepts, each in one paper of its topic. */
function mapWithConcepts(count: number): TopicMap {
  const map = plantedMap(500);
  const rare = Array.from({ length: count }, (_, place) => ({ id: `rare-${place}`, label: `rare ${place}`, aliases: [], papers: 1, topic: `t${place % map.topics.length}`, x: place, y: 0 }));
  return { ...map, concepts: [...map.concepts, ...rare] };
}

const map = mapWithConcepts(3000);

describe('the concepts that are drawn', () => {
  test('are all of a few, and of many no more than the budget', () => {
    const few = plantedMap(56);
    expect(tellingConcepts(few, CONCEPT_BUDGETS[0], new Set())).toHaveLength(few.concepts.length);
    for (const budget of CONCEPT_BUDGETS.slice(0, 2)) expect(tellingConcepts(map, budget, new Set()).length).toBeLessThanOrEqual(budget);
  });

  test('begin in each topic with those that name it', () => {
    const drawn = new Set(tellingConcepts(map, CONCEPT_BUDGETS[0], new Set()).map(({ id }) => id));
    for (const { concepts } of map.topics) for (const id of concepts.slice(0, 3)) expect(drawn.has(id)).toBe(true);
  });

  test('closer up are more, never fewer', () => {
    const [first = [], second = []] = CONCEPT_BUDGETS.map((budget) => tellingConcepts(map, budget, new Set()));
    const more = new Set(second);
    expect(second.length).toBeGreaterThan(first.length);
    expect(first.every((concept) => more.has(concept))).toBe(true);
    expect([0.5, 1, 2, 4].map((zoom) => conceptStage(zoom, 1))).toEqual([0, 0, 1, 2]);
  });

  test('hold the selected one, however rare', () => {
    const state = new MapState({ ...PLAIN_SCENE, map, view: 'concepts', selection: { kind: 'concept', id: 'rare-2999' } }, null);
    expect(state.selected.size).toBe(1);
    expect(state.graph.nodes.length).toBeLessThanOrEqual(CONCEPT_BUDGETS[0] + 1);
  });

  test('stay when something else is selected, and change with the stage', () => {
    const before = new MapState({ ...PLAIN_SCENE, map, view: 'concepts' }, null);
    const after = new MapState({ ...before.scene, selection: { kind: 'topic', id: 't1' } }, before);
    expect(after.graph).toBe(before.graph);
    expect(new MapState(after.scene, after, 1).graph.nodes.length).toBeGreaterThan(before.graph.nodes.length);
  });

  test('never make an overview of a view of concepts', () => {
    const state = new MapState({ ...PLAIN_SCENE, map, view: 'concepts' }, null, 2);
    expect(state.isOverview({ zoom: 0.1, panX: 0, panY: 0, width: 800, height: 700 })).toBe(false);
  });
});

test('papers, and papers with concepts, share the grounds of their topics', () => {
  const papers = new MapState({ ...PLAIN_SCENE, map }, null);
  const areas = papers.areas;
  expect(new MapState({ ...papers.scene, view: 'both' }, papers).areas).toBe(areas);
});
