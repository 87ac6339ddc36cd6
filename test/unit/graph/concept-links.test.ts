import { describe, expect, it } from 'vitest';
import { conceptLinks } from '../../../shared/concept-links.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';

function mapOf(papers: string[][]): Pick<TopicMap, 'papers' | 'concepts'> {
  const ids = [...new Set(papers.flat())].sort();
  return {
    papers: papers.map((concepts, place) => ({ id: `p${place}`, title: '', topic: null, confidence: 0, x: 0, y: 0, concepts: concepts.map((id) => ({ id, weight: 1 })) })),
    concepts: ids.map((id) => ({ id, label: id, aliases: [], papers: papers.filter((concepts) => concepts.includes(id)).length, topic: null, x: 0, y: 0 })),
  };
}

describe('conceptLinks', () => {
  it('links concepts that always occur together with n/(n+1) for n joint papers', () => {
    const map = mapOf([['a', 'b'], ['a', 'b'], ['a', 'b'], ['c']]);
    expect(conceptLinks(map, 3)).toEqual([{ source: 'a', target: 'b', weight: 0.75 }]);
  });

  it('does not link concepts that occur together as often as chance would have it, or less', () => {
    const map = mapOf([['a', 'b'], ['a'], ['b'], ['c']]);
    expect(conceptLinks(map, 3)).toEqual([]);
  });

  it('keeps of each concept its strongest links only', () => {
    const map = mapOf([['a', 'b'], ['a', 'b'], ['a', 'b'], ['a', 'c'], ['a', 'c'], ['c', 'd'], ['c', 'd'], ['c', 'd'], ['e'], ['f'], ['g'], ['h'], ['i'], ['j']]);
    expect(conceptLinks(map, 1).map(({ source, target }) => source + target)).toEqual(['ab', 'cd']);
    expect(conceptLinks(map, 2).map(({ source, target }) => source + target)).toEqual(['ab', 'ac', 'cd']);
  });
});
