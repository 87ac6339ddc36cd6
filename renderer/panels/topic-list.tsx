import { useState, type KeyboardEvent } from 'react';
import { mainTopics, type MapTopic, type TopicMap } from '../../shared/topic-map.ts';
import { TopicDot } from '../parts/topic-dot.tsx';
import { mapIndex } from '../state/map-index.ts';
import { useMatches } from '../state/use-matches.ts';
import { useSelection, useView } from '../state/view-store.ts';
import { TopicRow } from './topic-row.tsx';
import './topic-list.css';

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(count - 1, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Topics with their sub-topics beneath them. One stop for Tab; the arrow keys go from name to name, right opens and left closes. */
export function TopicList({ map }: { map: TopicMap }) {
  const hidden = useView((state) => state.hiddenTopics);
  const selection = useSelection();
  const { papers: matches } = useMatches(map);
  const [openTopics, setOpenTopics] = useState<ReadonlySet<string>>(() => new Set());
  const [stop, setStop] = useState<string | null>(null);
  const index = mapIndex(map);
  const topics = mainTopics(map);
  const chosen = selection?.kind === 'topic' ? selection.id : null;
  const parentOfChosen = index.topics.get(chosen ?? '')?.parent;
  const isOpen = (topic: string) => openTopics.has(topic) || topic === parentOfChosen;
  const open = (topic: string, wanted: boolean) => setOpenTopics((before) => (wanted ? new Set([...before, topic]) : new Set([...before].filter((id) => id !== topic))));
  const partsOf = partsByTopic(map);
  const isListed = (id: string | null) => topics.some((topic) => topic.id === id || (isOpen(topic.id) && partsOf.get(topic.id)?.some((part) => part.id === id)));
  const tabStop = isListed(stop) ? stop : (topics[0]?.id ?? null);
  const alone = index.inTopic(null);

  const row = (topic: MapTopic, parts: readonly MapTopic[]) => {
    const papers = index.inTopic(topic.id);
    return (
      <TopicRow
        key={topic.id}
        map={map}
        topic={topic}
        position={index.topicPosition(topic.id)}
        papers={papers.length}
        found={matches && papers.filter(({ id }) => matches.has(id)).length}
        shown={hidden.includes(topic.parent ?? topic.id) ? 'hidden' : 'shown'}
        parts={parts.length === 0 ? 'none' : isOpen(topic.id) ? 'open' : 'closed'}
        isChosen={topic.id === chosen}
        isTabStop={topic.id === tabStop}
        onFocus={() => setStop(topic.id)}
        onOpen={(wanted) => open(topic.id, wanted)}
      />
    );
  };
  return (
    // The buttons inside have the focus; the list hears their arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className="topic-list" aria-label="List of topics" onKeyDown={walk}>
      {topics.flatMap((topic) => {
        const parts = partsOf.get(topic.id) ?? [];
        return [row(topic, parts), ...(isOpen(topic.id) ? parts.map((part) => row(part, [])) : [])];
      })}
      {alone.length > 0 && (
        <li className="topic-row is-none">
          <span className="topic-name"><TopicDot position={null} /><span className="topic-label">Not in a topic</span></span>
          <span className="topic-count">{alone.length}</span>
        </li>
      )}
    </ul>
  );
}

function partsByTopic({ topics }: TopicMap): Map<string, MapTopic[]> {
  const parts = new Map<string, MapTopic[]>();
  for (const topic of topics) if (topic.parent !== undefined) parts.set(topic.parent, [...(parts.get(topic.parent) ?? []), topic]);
  return parts;
}

/** Goes from name to name by arrow keys. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('button.topic-name')];
  const at = names.findIndex((name) => name.closest('li')?.contains(document.activeElement));
  names[step(Math.max(0, at), names.length)]?.focus();
  event.preventDefault();
}
