import { expect, it } from 'vitest';
import { followTopics, type KnownTopics } from '../../../electron/engine/topics/follow-topics.ts';

const ids = Array.from({ length: 20 }, (_, place) => `p${String(place).padStart(2, '0')}`);

function known(topicOf: (place: number) => string | null, topics: { id: string; colour?: number }[]): KnownTopics {
  return {
    topics: topics.map(({ id, ...rest }) => ({ id, label: `Name of ${id}`, concepts: [], papers: 0, ...rest })),
    topicOf: new Map(ids.flatMap((id, place) => (topicOf(place) === null ? [] : [[id, topicOf(place) ?? '']]))),
  };
}

const numbersOf = (topicOf: (place: number) => number, count: number, before: KnownTopics | null) => followTopics(ids, Int32Array.from(ids.keys(), topicOf), count, before).map(({ number }) => number);
const twoHalves = known((place) => (place < 10 ? 't1' : 't2'), [{ id: 't1', colour: 0 }, { id: 't2', colour: 1 }]);

it('numbers the topics of a first map in order', () => {
  expect(numbersOf((place) => place % 3, 3, null)).toEqual([0, 1, 2]);
});

it('keeps numbers and names of topics that come in another order', () => {
  const followed = followTopics(ids, Int32Array.from(ids.keys(), (place) => (place < 10 ? 1 : 0)), 2, twoHalves);
  expect(followed.map(({ number, same }) => [number, same?.label])).toEqual([[1, 'Name of t2'], [0, 'Name of t1']]);
});

it('gives the number of a topic that splits to its largest part, and a free one to the other, without a name', () => {
  const followed = followTopics(ids, Int32Array.from(ids.keys(), (place) => (place < 10 ? 0 : place < 14 ? 2 : 1)), 3, twoHalves);
  expect(followed.map(({ number, same, splitFrom }) => [number, same?.id, splitFrom?.id])).toEqual([[0, 't1', undefined], [1, undefined, undefined], [2, undefined, 't2']]);
});

it('gives a merged topic the number of its largest part, and leaves the other free', () => {
  const before = known((place) => (place < 12 ? 't5' : 't1'), [{ id: 't1', colour: 0 }, { id: 't5', colour: 4 }]);
  expect(numbersOf(() => 0, 1, before)).toEqual([4]);
  expect(numbersOf((place) => (place === 0 ? 1 : 0), 2, before)).toEqual([4, 0]);
});

it('judges by the papers that both maps have', () => {
  const before = known((place) => (place < 6 ? 't3' : null), [{ id: 't3', colour: 2 }]);
  expect(followTopics(ids, new Int32Array(20), 1, before)).toEqual([{ number: 2, same: before.topics[0], splitFrom: null }]);
});
