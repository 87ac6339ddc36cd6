import { ChevronRight, Eye, EyeOff } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import type { MapTopic, TopicMap } from '../../shared/topic-map.ts';
import { menuFor } from '../parts/menu-for.ts';
import { EditableLabel } from '../parts/editable-label.tsx';
import { TopicDot } from '../parts/topic-dot.tsx';
import { dropOn } from '../state/drag-actions.ts';
import { useIsDropTarget } from '../state/drag-store.ts';
import { renameTopic } from '../state/edit-actions.ts';
import { clearSelection, goTo } from '../state/navigation.ts';
import { isOnlyTopic, toggleOnlyTopic } from '../state/topic-visibility.ts';
import { toggleTopic, useView } from '../state/view-store.ts';

interface Props {
  map: TopicMap;
  topic: MapTopic;
  /** Place of its colour in the palette. */
  position: number | null;
  papers: number;
  /** Papers of it that search and filters leave; null while all are. */
  found: number | null;
  shown: 'shown' | 'hidden';
  /** Whether it has sub-topics, and they are shown beneath it. */
  parts: 'none' | 'open' | 'closed';
  isChosen: boolean;
  isTabStop: boolean;
  onFocus: () => void;
  onOpen: (wanted: boolean) => void;
}

/** A topic or sub-topic in the list: its name selects it, beside it what hides it or all others. */
export function TopicRow(props: Props) {
  const { topic, position, shown, parts, isChosen, onFocus, onOpen } = props;
  const [isRenaming, setIsRenaming] = useState(false);
  const isPart = topic.parent !== undefined;
  const isDrop = useIsDropTarget(topic.id);
  if (isRenaming) {
    return (
      <li className="topic-row is-renaming">
        <TopicDot position={position} />
        <EditableLabel
          label="Name of the topic"
          value={topic.label}
          onDone={(name) => {
            setIsRenaming(false);
            if (name !== null) void renameTopic(topic.id, name);
          }}
        />
      </li>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F2') setIsRenaming(true);
    else if (event.key === 'ArrowRight' && parts === 'closed') onOpen(true);
    else if (event.key === 'ArrowLeft' && parts === 'open') onOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The buttons inside have the focus; what they do not use reaches the row.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={`topic-row ${isPart ? 'is-part' : ''} ${isChosen ? 'is-focused' : ''} ${shown === 'hidden' ? 'is-hidden' : ''} ${isDrop ? 'is-drop' : ''}`} {...dropOn(topic.id)} onFocus={onFocus} {...menuFor({ kind: 'topic', id: topic.id })}>
      {parts !== 'none' && (
        <button type="button" className={`topic-arrow ${parts === 'open' ? 'is-open' : ''}`} aria-expanded={parts === 'open'} aria-label={`Sub-topics of ${topic.label}`} tabIndex={-1} onClick={() => onOpen(parts === 'closed')}>
          <ChevronRight size={14} aria-hidden />
        </button>
      )}
      <TopicName {...props} onRename={() => setIsRenaming(true)} onKeyDown={onKeyDown} />
      {!isPart && <Visibility {...props} />}
    </li>
  );
}

function TopicName({ topic, position, papers, found, parts, isChosen, isTabStop, onRename, onKeyDown }: Props & { onRename: () => void; onKeyDown: (event: KeyboardEvent) => void }) {
  const count = found === null ? papers.toLocaleString('en') : `${found.toLocaleString('en')} of ${papers.toLocaleString('en')}`;
  return (
    <button
      type="button"
      className="topic-name"
      aria-pressed={isChosen}
      tabIndex={isTabStop ? 0 : -1}
      title={`${topic.label}\nDouble-click or F2 to rename${parts === 'none' ? '' : ', → for its sub-topics'}`}
      onClick={({ detail }) => {
        if (detail > 1) return;
        if (isChosen) clearSelection();
        else goTo({ kind: 'topic', id: topic.id });
      }}
      onDoubleClick={onRename}
      onKeyDown={onKeyDown}
    >
      <TopicDot position={position} />
      <span className="topic-label">{topic.label}</span>
      <span className="topic-count">{count}<span className="visually-hidden"> papers</span></span>
    </button>
  );
}

function Visibility({ map, topic, shown, isTabStop }: Props) {
  const isOnly = useView(({ hiddenTopics }) => isOnlyTopic(map, topic.id, hiddenTopics));
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <span className="topic-actions">
      <button type="button" className="topic-only" aria-pressed={isOnly} aria-label={`Only ${topic.label}`} title={isOnly ? 'Show all topics again' : 'Show only this topic'} tabIndex={tabIndex} onClick={() => toggleOnlyTopic(map, topic.id)}>
        Only
      </button>
      <label className="eye" title={shown === 'hidden' ? 'Show on the map' : 'Hide on the map'}>
        <input type="checkbox" checked={shown === 'shown'} tabIndex={tabIndex} onChange={() => toggleTopic(topic.id)} aria-label={`Show ${topic.label}`} />
        {shown === 'hidden' ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
      </label>
    </span>
  );
}
