import { describe, expect, it } from 'vitest';
import { topicTable, unlinkedNotice } from '../../../electron/engine/map-topics.ts';
import { findTopics } from '../../../electron/engine/topics/find-topics.ts';
import { labelTopics } from '../../../electron/engine/topics/label-topics.ts';
import { clique, linksOf } from '../../support/links.ts';
import { indexOf } from '../../support/planted-index.ts';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

/** A topic of two groups of twelve, one of eight, a paper drawn to both topics, and one without links. */
function exampleTable(numbers: number[]) {
  const links = linksOf(...clique(range(0, 12)), ...clique(range(12, 24)), [0, 12, 1], [1, 13, 1], [2, 14, 1], ...clique(range(24, 32)), [5, 32, 1], [6, 32, 1], [24, 32, 1], [25, 32, 0.9]);
  const found = findTopics(links, 34);
  const index = indexOf(['first', 'second', 'third'].map((label) => ({ label })), range(0, 34).map((paper) => [[paper < 12 ? 0 : paper < 24 ? 1 : 2, 1] as const]));
  const followed = numbers.map((number) => ({ number, same: null, splitFrom: null }));
  return { found, table: topicTable(index, found, labelTopics(index, found), followed, new Set([0, 1, 2])) };
}

describe('topicTable', () => {
  it('gives topics the ids and colours of their numbers, sizes that add up, and sub-topics after them under their topic', () => {
    const { found, table } = exampleTable([4, 0, 1]);
    expect(found.count).toBe(3);
    expect(table.topics.map(({ id, colour, parent }) => [id, colour, parent])).toEqual([['t5', 4, undefined], ['t1', 0, undefined], ['t2', 1, undefined]]);
    expect(table.topics.reduce((sum, { papers }) => sum + papers, 0)).toBe(33);
  });

  it('says of a paper between two topics where else its links lead, and nothing of others', () => {
    const { table } = exampleTable([0, 1, 2]);
    const between = table.membershipOf(32);
    expect(between.between).toHaveLength(1);
    expect(between.between?.[0]?.share).toBeGreaterThan(0.45);
    expect(between.between?.[0]?.topic).not.toBe(between.topic);
    expect(between.confidence).toBeLessThan(0.6);
    expect(table.membershipOf(8)).toEqual({ topic: table.membershipOf(7).topic, confidence: 1 });
    expect(table.membershipOf(33)).toEqual({ topic: null, confidence: 0 });
  });

  it('puts a divided topic’s papers into its sub-topics', () => {
    const { found } = exampleTable([0, 1, 2]);
    const divided = { ...found, subtopics: { subtopicOf: found.topicOf.map((topic, paper) => (topic === 1 ? paper % 2 : -1)), parentOf: Int32Array.of(1, 1) } };
    const index = indexOf([{ label: 'even' }, { label: 'odd' }], range(0, 34).map((paper) => [[paper % 2, 1] as const]));
    const table = topicTable(index, divided, labelTopics(index, divided), [0, 6, 2].map((number) => ({ number, same: null, splitFrom: null })), new Set([0, 1]));
    const parts = table.topics.filter(({ parent }) => parent !== undefined);
    expect(parts.map(({ id, parent, colour }) => [id, parent, colour])).toEqual([['t7.1', 't7', 6], ['t7.2', 't7', 6]]);
    const paper = divided.topicOf.indexOf(1);
    expect(table.membershipOf(paper)).toMatchObject({ topic: 't7', subtopic: `t7.${1 + (paper % 2)}` });
  });
});

describe('unlinkedNotice', () => {
  it('says how many papers are in no topic, and nothing where none is', () => {
    expect(unlinkedNotice(0)).toEqual([]);
    expect(unlinkedNotice(1)[0]?.message).toMatch(/^1 paper shares/);
    expect(unlinkedNotice(3)[0]?.message).toMatch(/^3 papers share/);
  });
});
