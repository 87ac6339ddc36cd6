import type { MapPaper, MapTopic } from '../../shared/topic-map.ts';

/** One visible line of the outline. */
export interface OutlineRow {
  /** Unique among the rows. */
  key: string;
  kind: 'topic' | 'paper';
  /** Id of the topic (null for the papers without one) or of the paper. */
  id: string | null;
  label: string;
  /** Papers in the topic; 0 for a paper. */
  count: number;
  level: 1 | 2;
  position: number;
  siblings: number;
  expanded: boolean | null;
  /** Index of the topic's row; null for a topic. */
  parent: number | null;
}

/** What a key does in the outline: another row becomes active, or a topic is opened or closed. */
export type OutlineMove = { kind: 'go'; row: number } | { kind: 'toggle'; row: number };

/** Key of a topic's row; null for the papers without a topic. */
export function topicKey(topic: string | null): string {
  return topic === null ? 'none' : `topic ${topic}`;
}

/** The visible rows: each topic, and the papers of those that are not closed. `closed` holds keys of topics. */
export function outlineRows(topics: readonly MapTopic[], papersOf: (topic: string | null) => readonly MapPaper[], closed: ReadonlySet<string>): OutlineRow[] {
  const groups: { id: string | null; label: string }[] = [...topics];
  if (papersOf(null).length > 0) groups.push({ id: null, label: 'Not in a topic' });
  const rows: OutlineRow[] = [];
  for (const [position, { id, label }] of groups.entries()) {
    const papers = papersOf(id);
    const key = topicKey(id);
    const expanded = !closed.has(key);
    const parent = rows.length;
    rows.push({ key, kind: 'topic', id, label, count: papers.length, level: 1, position: position + 1, siblings: groups.length, expanded, parent: null });
    if (!expanded) continue;
    for (const [at, paper] of papers.entries()) {
      rows.push({ key: `paper ${paper.id}`, kind: 'paper', id: paper.id, label: paper.title, count: 0, level: 2, position: at + 1, siblings: papers.length, expanded: null, parent });
    }
  }
  return rows;
}

/** What a key does from the active row, as the ARIA tree pattern has it; null where it does nothing. */
export function outlineMove(rows: readonly OutlineRow[], active: number, key: string): OutlineMove | null {
  const row = rows[active];
  if (!row) return null;
  const go = (to: number): OutlineMove | null => (to >= 0 && to < rows.length && to !== active ? { kind: 'go', row: to } : null);
  if (key === 'ArrowDown') return go(active + 1);
  if (key === 'ArrowUp') return go(active - 1);
  if (key === 'Home') return go(0);
  if (key === 'End') return go(rows.length - 1);
  if (key === 'ArrowRight') return row.expanded === false ? { kind: 'toggle', row: active } : row.expanded ? go(active + 1) : null;
  if (key === 'ArrowLeft') return row.expanded ? { kind: 'toggle', row: active } : row.parent === null ? null : go(row.parent);
  return /^\S$/.test(key) ? go(nextWithLetter(rows, active, key)) : null;
}

function nextWithLetter(rows: readonly OutlineRow[], active: number, letter: string): number {
  for (let ahead = 1; ahead <= rows.length; ahead++) {
    const at = (active + ahead) % rows.length;
    if (rows[at]?.label.toLowerCase().startsWith(letter.toLowerCase())) return at;
  }
  return -1;
}
