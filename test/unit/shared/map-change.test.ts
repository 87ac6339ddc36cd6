import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedMap, mapChange } from '../../../shared/map-change.ts';
import type { MapPaper, TopicMap } from '../../../shared/topic-map.ts';
import { tinyMap } from '../../support/tiny-map.ts';

/** What comes over the wire. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const paper = (id: string): MapPaper => ({ id, title: id, topic: null, confidence: 0, x: 1, y: 2, concepts: [] });

type Change = (map: TopicMap) => unknown;
const firstPaper = (change: (record: MapPaper) => unknown): Change => (map) => map.papers[0] && change(map.papers[0]);

const CHANGES: Change[] = [
  firstPaper((record) => Object.assign(record, { x: 7, topic: 't2' })),
  firstPaper((record) => Object.assign(record, { byHand: true })),
  firstPaper((record) => delete record.year),
  firstPaper((record) => record.concepts.pop()),
  (map) => map.papers.shift(),
  (map) => map.papers.reverse(),
  (map) => map.papers.push(paper('p9')),
  (map) => map.papers.unshift(paper('p0')),
  (map) => map.concepts.splice(1, 1),
  (map) => Object.assign(map.concepts[0] ?? {}, { label: 'Mine', aliases: ['yours'] }),
  (map) => map.topics.push({ id: 't3', label: 'New', concepts: [], papers: 0, parent: 't1' }),
  (map) => map.links.splice(0, 2),
  (map) => Object.assign(map.links.at(-1) ?? {}, { weight: 0.11 }),
  (map) => map.links.push({ source: 'p1', target: 'p5', weight: 0.2, concepts: [] }),
  (map) => Object.assign(map, { parameters: { ...map.parameters, resolution: 3 } }),
  (map) => map.notices.push({ code: 'x', message: 'y' }),
];

describe('what changed of a map', () => {
  it('makes the very map of the one before, whatever was changed', () => {
    fc.assert(
      fc.property(fc.subarray(CHANGES), fc.subarray(CHANGES), (earlier, later) => {
        const before = tinyMap();
        for (const change of earlier) change(before);
        const after = sent(before);
        for (const change of later) change(after);
        const kept = sent(before);
        expect(changedMap(before, sent(mapChange(before, after)))).toEqual(after);
        expect(before).toEqual(kept);
      }),
    );
  });

  it('is small where little changed, and leaves the other records and lists as they are', () => {
    const before = tinyMap();
    const [first, ...others] = before.papers;
    const after = { ...before, papers: [...(first ? [{ ...first, x: 5 }] : []), ...others] };
    const change = mapChange(before, after);
    expect(change.papers).toEqual([{ like: 0, set: { x: 5 } }, [1, 4]]);
    expect(change.links).toEqual([[0, before.links.length]]);
    const made = changedMap(before, sent(change));
    expect(made.links).toBe(before.links);
    expect(made.papers[1]).toBe(before.papers[1]);
  });

  it('tells nothing of records that are equal without being the same', () => {
    expect(mapChange(tinyMap(), tinyMap()).papers).toEqual([[0, 5]]);
  });
});
