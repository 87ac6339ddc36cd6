import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { mainTopics, palettePlace, type MapTopic, type TopicMap } from '../../shared/topic-map.ts';
import { EditableLabel } from '../parts/editable-label.tsx';
import { TopicDot } from '../parts/topic-dot.tsx';
import { renameTopic } from '../state/edit-actions.ts';
import { mapIndex } from '../state/map-index.ts';
import { clearSelection, goTo } from '../state/navigation.ts';
import { showAllTopics, toggleTopic, useSelection, useView } from '../state/view-store.ts';
import { ResolutionSlider } from './resolution-slider.tsx';
import { SideTabs } from './side-tabs.tsx';

/** The left panel: topics with their colours, how fine they are, and what else there is to look through. */
export function TopicsPanel({ map }: { map: TopicMap }) {
  const hidden = useView((state) => state.hiddenTopics);
  const topics = mainTopics(map);
  const alone = mapIndex(map).inTopic(null).length;
  return (
    <div className="side-panel">
      <section className="topics" aria-label="Topics">
        <div className="panel-heading">
          <h2 className="panel-name">Topics <span className="section-count">{topics.length}</span></h2>
          {hidden.length > 0 && <button type="button" className="text-button" onClick={showAllTopics}>Show all</button>}
        </div>
        <ul className="topic-list" aria-label="List of topics">
          {topics.map((topic, position) => <TopicRow key={topic.id} topic={topic} position={palettePlace(topic, position)} isHidden={hidden.includes(topic.id)} />)}
          {alone > 0 && (
            <li className="topic-row is-none">
              <span className="topic-name"><TopicDot position={null} /><span className="topic-label">Not in a topic</span></span>
              <span className="topic-count">{alone}</span>
            </li>
          )}
        </ul>
        <ResolutionSlider />
      </section>
      <SideTabs map={map} />
    </div>
  );
}

function TopicRow({ topic, position, isHidden }: { topic: MapTopic; position: number; isHidden: boolean }) {
  const selection = useSelection();
  const [isRenaming, setIsRenaming] = useState(false);
  const isFocused = selection?.kind === 'topic' && selection.id === topic.id;
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
  return (
    <li className={`topic-row ${isFocused ? 'is-focused' : ''} ${isHidden ? 'is-hidden' : ''}`}>
      <button
        type="button"
        className="topic-name"
        aria-pressed={isFocused}
        title={`${topic.label}\nDouble-click or F2 to rename`}
        onClick={({ detail }) => {
          if (detail > 1) return;
          if (isFocused) clearSelection();
          else goTo({ kind: 'topic', id: topic.id });
        }}
        onDoubleClick={() => setIsRenaming(true)}
        onKeyDown={(event) => {
          if (event.key !== 'F2') return;
          event.preventDefault();
          setIsRenaming(true);
        }}
      >
        <TopicDot position={position} />
        <span className="topic-label">{topic.label}</span>
        <span className="topic-count">{topic.papers}<span className="visually-hidden"> papers</span></span>
      </button>
      <label className="eye">
        <input type="checkbox" checked={!isHidden} onChange={() => toggleTopic(topic.id)} aria-label={`Show ${topic.label}`} />
        {isHidden ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
      </label>
    </li>
  );
}
