import { mainTopics, type TopicMap } from '../../shared/topic-map.ts';
import { showAllTopics, useView } from '../state/view-store.ts';
import { ResolutionSlider } from './resolution-slider.tsx';
import { SideTabs } from './side-tabs.tsx';
import { TopicList } from './topic-list.tsx';

/** The left panel: topics with their colours, how fine they are, and what else there is to look through. */
export function TopicsPanel({ map }: { map: TopicMap }) {
  const hidden = useView((state) => state.hiddenTopics);
  return (
    <div className="side-panel" data-part>
      <section className="topics" aria-label="Topics">
        <div className="panel-heading">
          <h2 className="panel-name">Topics <span className="section-count">{mainTopics(map).length}</span></h2>
          {hidden.length > 0 && <button type="button" className="text-button" onClick={showAllTopics}>Show all</button>}
        </div>
        <TopicList map={map} />
        <ResolutionSlider />
      </section>
      <SideTabs map={map} />
    </div>
  );
}
