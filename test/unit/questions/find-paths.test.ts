import { describe, expect, it } from 'vitest';
import { findPaths } from '../../../electron/engine/questions/find-paths.ts';
import { pathInWords, pathPhrases } from '../../../shared/path-in-words.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const paper = (id: string) => ({ kind: 'paper' as const, id });
const topic = (id: string) => ({ kind: 'topic' as const, id });

describe('paths on a map', () => {
  it('tell each step in walking order with its concepts, and how strong the whole is', () => {
    const { paths } = findPaths(tinyMap(), paper('p4'), paper('p2'), 3);
    expect(paths).toHaveLength(1);
    expect(paths[0]?.papers).toEqual(['p4', 'p3', 'p1', 'p2']);
    expect(paths[0]?.steps[1]).toEqual({ source: 'p3', target: 'p1', weight: 0.3, because: [{ id: 'initialization', label: 'weight initialization', share: 1 }] });
    expect(paths[0]?.strength).toBeCloseTo(0.7 * 0.3 * 0.8, 12);
  });

  it('name the concept of the paper that a step starts from, where two keep the same company', () => {
    const map = tinyMap();
    map.links[1] = { source: 'p1', target: 'p3', weight: 0.3, concepts: [{ id: 'lora', near: 'pruning', share: 1 }] };
    expect(findPaths(map, paper('p1'), paper('p3'), 1).paths[0]?.steps[0]?.because).toEqual([{ id: 'lora', label: 'LoRA', share: 1 }]);
    expect(findPaths(map, paper('p3'), paper('p1'), 1).paths[0]?.steps[0]?.because).toEqual([{ id: 'pruning', label: 'pruning', share: 1 }]);
  });

  it('join topics and sub-topics through their papers', () => {
    expect(findPaths(tinyMap(), topic('t1'), topic('t2'), 3).paths.map(({ papers }) => papers)).toEqual([['p1', 'p3']]);
    const map = tinyMap();
    map.topics.push({ id: 't2a', label: 'Part', concepts: [], papers: 1, parent: 't2' });
    map.papers = map.papers.map((each) => (each.id === 'p4' ? { ...each, subtopic: 't2a' } : each));
    expect(findPaths(map, topic('t1'), topic('t2a'), 1).paths[0]?.papers).toEqual(['p1', 'p3', 'p4']);
  });

  it('are asked for what is there', () => {
    expect(() => findPaths(tinyMap(), paper('p1'), paper('p5'), 1)).toThrow('No chain of links');
    expect(() => findPaths(tinyMap(), paper('p1'), paper('p9'), 1)).toThrow('no paper “p9”');
    expect(() => findPaths(tinyMap(), topic('t9'), paper('p1'), 1)).toThrow('no topic “t9”');
  });
});

describe('a path in words', () => {
  const step = (...labels: string[]) => ({ source: '', target: '', weight: 1, because: labels.map((label) => ({ id: label, label, share: 1 })) });
  const words = (...steps: ReturnType<typeof step>[]) => pathInWords({ steps }, { from: 'A', to: 'B' });

  it('names the first concept of each step', () => {
    expect(words(step('low-rank structure', 'other'))).toBe('from “A” through low-rank structure to “B”');
    expect(words(step('x'), step('y'))).toBe('from “A” through x and y to “B”');
    expect(words(step('x'), step('y'), step('z'))).toBe('from “A” through x, y and z to “B”');
  });

  it('names a concept once where it joins several steps in a row', () => {
    expect(words(step('x'), step('x'), step('y'), step('x'))).toBe('from “A” through x, y and x to “B”');
  });

  it('does without where there are none', () => {
    expect(words()).toBe('from “A” to “B”');
    expect(words(step())).toBe('from “A” to “B”');
  });

  it('comes in pieces that the screen can lead from', () => {
    expect(pathPhrases({ steps: [step('x')] }, { from: 'A', to: 'B' })).toEqual([
      { kind: 'word', text: 'from ' },
      { kind: 'end', text: 'A' },
      { kind: 'word', text: ' through ' },
      { kind: 'concept', text: 'x', id: 'x' },
      { kind: 'word', text: ' to ' },
      { kind: 'end', text: 'B' },
    ]);
  });
});
