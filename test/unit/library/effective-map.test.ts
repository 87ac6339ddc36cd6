import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../electron/engine/library/effective-map.ts';
import type { JournalEntry, StoredEdit } from '../../../electron/engine/library/journal.ts';
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
const rename = (members: string[], label = 'Mine'): StoredEdit => ({ kind: 'rename-topic', topic: 'old', label, members });
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
