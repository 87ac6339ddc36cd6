import type { LibraryState } from '../../shared/library-state.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { counted } from './words.ts';

const LONGEST_TITLE = 60;

/** Number of papers that are in another topic than before. */
export function papersMoved(before: TopicMap | null, after: TopicMap | null): number {
  if (!before || !after) return 0;
  const topics = new Map(before.papers.map(({ id, topic }) => [id, topic]));
  return after.papers.filter(({ id, topic }) => topics.has(id) && topics.get(id) !== topic).length;
}

/** Says what an edit did, and how many papers changed topic by it: "Merged “LoRA” into “low-rank adaptation”. 3 papers changed topic." */
export function withMoves(sentence: string): (before: LibraryState, after: LibraryState) => string {
  return (before, after) => {
    const moved = papersMoved(before.map, after.map);
    return moved === 0 ? sentence : `${sentence} ${counted(moved, 'paper')} changed topic.`;
  };
}

/** One thing by its name, several by their number: “LoRA”, "3 concepts". */
export function namedOrCounted(names: readonly string[], singular: string): string {
  const [only] = names;
  return names.length === 1 && only !== undefined ? `“${shortened(only)}”` : counted(names.length, singular);
}

/** A title cut at a word where it is long. */
export function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > LONGEST_TITLE / 2 ? end : LONGEST_TITLE)}…`;
}
