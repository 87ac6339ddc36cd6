import { describe, expect, it } from 'vitest';
import { applyEdits, pinnedNodes } from '../../../electron/engine/library/effective-map.ts';
import type { JournalEntry, StoredEdit } from '../../../electron/engine/library/journal.ts';
import { topicPlaces } from '../../../shared/topic-places.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { tinyMap } from '../../support/tiny-map.ts';

function journal(...edits: StoredEdit[]): JournalEntry[] {
  return edits.map((edit, index) => ({ seq: index + 1, label: '', edit, afterImport: 1 }));
}

/** The tiny map with its papers in other topics. */
function clusteredAs(topics: Record<string, string[]>): TopicMap {
  const map = tinyMap();
  const topicOf = (id: string) => Object.keys(topics).find((topic) => topics[topic]?.includes(id)) ?? null;
  return {
    ...map,
    papers: map.papers.map((paper) => ({ ...paper, topic: topicOf(paper.id) })),
    topics: Object.entries(topics).map(([id, papers]) => ({ id, label: `computed ${id}`, concepts: [], papers: papers.length })),
  };
}

const labels = (map: TopicMap) => map.topics.map((topic) => topic.label);
const rename = (members: string[], label = 'Mine'): StoredEdit => ({ kind: 'rename-topic', topic: 'old', label, level: 'topic', members });
const ALL_OF_IMPORT_1 = new Map(['p1', 'p2', 'p3', 'p4', 'p5'].map((id) => [id, 1]));

describe('edits on a map', () => {
  it('puts papers and concepts where their last move put them, and leaves the computed map alone', () => {
    const map = tinyMap();
    const shown = applyEdits(map, journal({ kind: 'move', nodes: [{ id: 'p1', x: 1, y: 2 }, { id: 'lora', x: 3, y: 4 }] }, { kind: 'move', nodes: [{ id: 'p1', x: 5, y: 6 }] }), ALL_OF_IMPORT_1);
    expect(shown.papers[0]).toMatchObject({ id: 'p1', x: 5, y: 6 });
    expect(shown.concepts.find(({ id }) => id === 'lora')).toMatchObject({ x: 3, y: 4 });
    expect(map).toEqual(tinyMap());
  });

  it('gives the map as it is, byte for byte, where there are no edits', () => {
    expect(JSON.stringify(applyEdits(tinyMap(), [], ALL_OF_IMPORT_1))).toBe(JSON.stringify(tinyMap()));
  });

  it('keeps the colours of all topics when papers change topic, also where another is the largest then', () => {
    const map = clusteredAs({ a: ['p1', 'p2', 'p3'], b: ['p4', 'p5'] });
    const to = { id: 'b', level: 'topic' as const, members: ['p4', 'p5'], label: 'computed b' };
    const after = applyEdits(map, journal({ kind: 'move-papers', papers: ['p1', 'p2'], topic: 'b', to }), ALL_OF_IMPORT_1);
    expect(after.topics.map(({ id }) => id)).toEqual(['b', 'a']);
    for (const id of ['a', 'b']) expect(topicPlaces(after).get(id)).toBe(topicPlaces(map).get(id));
  });

  it('keeps a topic’s name when the topic has another id after clustering again', () => {
    expect(labels(applyEdits(clusteredAs({ a: ['p3', 'p4', 'p5'], b: ['p1', 'p2'] }), journal(rename(['p3', 'p4', 'p5'])), ALL_OF_IMPORT_1))).toEqual(['Mine', 'computed b']);
  });

  it('follows the part with more than half of the papers when a topic splits', () => {
    expect(labels(applyEdits(clusteredAs({ a: ['p1', 'p2', 'p3'], b: ['p4', 'p5'] }), journal(rename(['p1', 'p2', 'p3', 'p4'])), ALL_OF_IMPORT_1))).toEqual(['Mine', 'computed b']);
  });

  it('gives no topic the name when the named one falls into halves', () => {
    expect(labels(applyEdits(clusteredAs({ a: ['p1', 'p2'], b: ['p3', 'p4'] }), journal(rename(['p1', 'p2', 'p3', 'p4'])), ALL_OF_IMPORT_1))).toEqual(['computed a', 'computed b']);
  });

  it('does not count papers of later imports against a name', () => {
    const importOf = new Map([['p1', 1], ['p2', 2], ['p3', 2], ['p4', 2], ['p5', 2]]);
    expect(labels(applyEdits(clusteredAs({ a: ['p1', 'p2', 'p3', 'p4', 'p5'] }), journal(rename(['p1'])), importOf))).toEqual(['Mine']);
  });

  it('lets the later of two names for the same topic count', () => {
    expect(labels(applyEdits(clusteredAs({ a: ['p1', 'p2'] }), journal(rename(['p1', 'p2'], 'First'), rename(['p1', 'p2'], 'Second')), ALL_OF_IMPORT_1))).toEqual(['Second']);
  });
});

/** What the papers of a map are in: topic, confidence and whether by hand. */
const places = (map: TopicMap) => map.papers.map(({ id, topic, confidence, byHand }) => [id, topic, confidence, byHand ?? false]);
const part = (id: string, members: string[]) => ({ id, level: 'topic' as const, members });

describe('merged topics', () => {
  const merge: StoredEdit = { kind: 'merge-topics', topics: ['t1', 't2'], into: 't1', label: 'Adapters', parts: [part('t1', ['p1', 'p2']), part('t2', ['p3', 'p4'])] };

  it('are one, with the papers of all, and what of links left their topic counts for them now', () => {
    const merged = applyEdits(tinyMap(), journal(merge), ALL_OF_IMPORT_1);
    expect(merged.topics).toEqual([{ id: 't1', label: 'Adapters', concepts: ['lora', 'initialization'], papers: 4, colour: 0 }]);
    expect(places(merged)).toEqual([['p1', 't1', 1, false], ['p2', 't1', 0.9, false], ['p3', 't1', 1, false], ['p4', 't1', 0.9, false], ['p5', null, 0, false]]);
    expect(merged.concepts.map(({ topic }) => topic)).toEqual(['t1', 't1', 't1']);
  });

  it('are found again when they are divided otherwise, and the one that has most of the leading papers leads', () => {
    const finer = clusteredAs({ a: ['p4'], b: ['p3'], c: ['p1', 'p2'] });
    expect(applyEdits(finer, journal(merge), ALL_OF_IMPORT_1).topics).toMatchObject([{ id: 'c', label: 'Adapters', papers: 4 }]);
  });

  it('leave a topic alone that has fewer of their papers than others', () => {
    const other = clusteredAs({ a: ['p1', 'p2'], b: ['p3', 'p4', 'p5'] });
    expect(applyEdits(other, journal({ ...merge, parts: [part('t1', ['p1', 'p2']), part('t2', ['p3'])] }), ALL_OF_IMPORT_1).topics.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('are between no two of their parts any more, and others are between them and their own', () => {
    const map = tinyMap();
    map.topics.push({ id: 't3', label: 'Third', concepts: [], papers: 1 });
    map.papers = map.papers.map((paper) => (paper.id === 'p5' ? { ...paper, topic: 't3', between: [{ topic: 't2', share: 0.4 }] } : paper.id === 'p1' ? { ...paper, between: [{ topic: 't2', share: 0.4 }] } : paper));
    const merged = applyEdits(map, journal(merge), ALL_OF_IMPORT_1);
    expect(merged.papers.map(({ between }) => between ?? null)).toEqual([null, null, null, null, [{ topic: 't1', share: 0.4 }]]);
  });

  it('have the sub-topics of all', () => {
    const map = tinyMap();
    map.topics.push({ id: 't2.1', label: 'Part', concepts: [], papers: 1, parent: 't2', colour: 1 });
    map.papers = map.papers.map((paper) => (paper.id === 'p3' ? { ...paper, subtopic: 't2.1' } : paper));
    expect(applyEdits(map, journal(merge), ALL_OF_IMPORT_1).topics).toMatchObject([{ id: 't1', papers: 4 }, { id: 't2.1', parent: 't1', colour: 0, papers: 1 }]);
  });

  it('can be renamed and merged again', () => {
    const map = clusteredAs({ t1: ['p1', 'p2'], t2: ['p3', 'p4'], t3: ['p5'] });
    const again: StoredEdit = { kind: 'merge-topics', topics: ['t1', 't3'], into: 't3', label: 'All', parts: [part('t1', ['p1', 'p2', 'p3', 'p4']), part('t3', ['p5'])] };
    const shown = applyEdits(map, journal(merge, rename(['p1', 'p2', 'p3', 'p4']), again), ALL_OF_IMPORT_1);
    expect(shown.topics).toMatchObject([{ id: 't3', label: 'All', papers: 5 }]);
  });
});

describe('papers moved to a topic', () => {
  const move = (to: string[] | null, ...papers: string[]): StoredEdit => ({ kind: 'move-papers', papers, topic: to && 't2', to: to && { ...part('t2', to), label: 'Pruning' } });

  it('are surely in it, by hand, and counted there', () => {
    const shown = applyEdits(tinyMap(), journal(move(['p3', 'p4'], 'p1', 'p5')), ALL_OF_IMPORT_1);
    expect(places(shown)).toEqual([['p1', 't2', 1, true], ['p2', 't1', 0.9, false], ['p3', 't2', 0.9, false], ['p4', 't2', 0.9, false], ['p5', 't2', 1, true]]);
    expect(shown.topics).toMatchObject([{ id: 't2', papers: 4, colour: 1 }, { id: 't1', papers: 1, colour: 0 }]);
  });

  it('are in none where they are taken out, and a topic without papers is gone', () => {
    const shown = applyEdits(tinyMap(), journal(move(null, 'p1', 'p2')), ALL_OF_IMPORT_1);
    expect(places(shown).slice(0, 2)).toEqual([['p1', null, 0, true], ['p2', null, 0, true]]);
    expect(shown.topics).toMatchObject([{ id: 't2', colour: 1 }]);
    expect(shown.concepts.map(({ topic }) => topic)).toEqual([null, null, 't2']);
  });

  it('stay in the topic that has its papers when topics are computed anew', () => {
    const shown = applyEdits(clusteredAs({ x: ['p1', 'p2', 'p5'], y: ['p3', 'p4'] }), journal(move(['p3', 'p4'], 'p5')), ALL_OF_IMPORT_1);
    expect(places(shown).at(-1)).toEqual(['p5', 'y', 1, true]);
  });

  it('are where the map has them, with a notice, while there is no such topic', () => {
    const shown = applyEdits(clusteredAs({ x: ['p1', 'p3'], y: ['p2', 'p4', 'p5'] }), journal(move(['p3', 'p4'], 'p5')), ALL_OF_IMPORT_1);
    expect(shown.papers.at(-1)?.topic).toBe('y');
    expect(shown.notices.map(({ message }) => message)).toEqual(['1 paper that you put into “Pruning” is in other topics: there is no such topic on this map.']);
  });

  it('can go to a sub-topic, which can have a name of the user’s too', () => {
    const map = tinyMap();
    map.topics.push({ id: 't2.1', label: 'Part', concepts: [], papers: 2, parent: 't2', colour: 1 });
    map.papers = map.papers.map((paper) => (paper.topic === 't2' ? { ...paper, subtopic: 't2.1' } : paper));
    const bound = { level: 'subtopic' as const, members: ['p3', 'p4'] };
    const shown = applyEdits(map, journal({ kind: 'move-papers', papers: ['p1'], topic: 't2.1', to: { id: 't2.1', label: 'Part', ...bound } }, { kind: 'rename-topic', topic: 't2.1', label: 'My part', ...bound, members: ['p1', 'p3', 'p4'] }), ALL_OF_IMPORT_1);
    expect(shown.papers[0]).toMatchObject({ topic: 't2', subtopic: 't2.1' });
    expect(shown.topics.at(-1)).toMatchObject({ label: 'My part', papers: 3 });
  });
});

describe('nodes let go', () => {
  it('are where the layout has them, and pinned no more', () => {
    const edits = journal({ kind: 'move', nodes: [{ id: 'p1', x: 1, y: 2 }, { id: 'lora', x: 3, y: 4 }] }, { kind: 'unpin', nodes: ['p1'] });
    expect(applyEdits(tinyMap(), edits, ALL_OF_IMPORT_1).papers[0]).toMatchObject({ x: -80, y: -10 });
    expect(pinnedNodes(tinyMap(), edits)).toEqual(['lora']);
  });
});
