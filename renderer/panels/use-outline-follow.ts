import { useEffect, useRef } from 'react';
import type { Selection } from '../../shared/settings.ts';
import type { MapIndex } from '../state/map-index.ts';
import { itemKey, topicKey, type OutlineRow } from '../state/outline.ts';

interface Follower {
  open: (keys: readonly string[]) => void;
  activate: (key: string) => void;
  reveal: (row: number) => void;
}

/** Opens the topics around what is selected elsewhere and brings its row into sight, once for each selection. */
export function useOutlineFollow(selection: Selection | null, index: MapIndex, rows: readonly OutlineRow[], { open, activate, reveal }: Follower): void {
  const followed = useRef<Selection | null>(null);
  const opened = useRef<Selection | null>(null);
  useEffect(() => {
    if (followed.current === selection) return;
    const key = keyOf(selection);
    if (selection === null || key === null) {
      followed.current = selection;
      return;
    }
    if (opened.current !== selection) {
      opened.current = selection;
      open(topicsAround(selection, index));
      activate(key);
    }
    const row = rows.findIndex((candidate) => candidate.key === key);
    if (row < 0) return;
    followed.current = selection;
    reveal(row);
  });
}

function keyOf(selection: Selection | null): string | null {
  if (selection?.kind === 'topic') return topicKey(selection.id);
  return selection?.kind === 'paper' || selection?.kind === 'concept' ? itemKey({ kind: selection.kind, id: selection.id }) : null;
}

/** Keys of the topics that a selection is in. */
function topicsAround(selection: Selection, index: MapIndex): string[] {
  if (selection.kind === 'topic') {
    const parent = index.topics.get(selection.id)?.parent;
    return parent === undefined ? [] : [topicKey(parent)];
  }
  if (selection.kind === 'concept') return [topicKey(index.concepts.get(selection.id)?.topic ?? null)];
  const paper = selection.kind === 'paper' ? index.papers.get(selection.id) : undefined;
  if (!paper) return [];
  return [topicKey(paper.topic), ...(paper.subtopic === undefined ? [] : [topicKey(paper.subtopic)])];
}
