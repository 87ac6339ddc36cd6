import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import type { TopicMap } from '../../shared/topic-map.ts';
import { useReviewCount, useReviewInTime } from '../state/review-store.ts';
import { setSideTab, useSideTab } from '../state/side-tab-store.ts';
import { ListsPanel } from './lists-panel.tsx';
import { OutlineTree } from './outline-tree.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { Trail } from './trail.tsx';
import './side-tabs.css';

interface SideTab {
  id: string;
  label: string;
  Content: ComponentType<{ map: TopicMap }>;
  /** What there is in it, as a number beside its label; null where that is not known. */
  useCount?: () => number | null;
}

const TABS: readonly [SideTab, ...SideTab[]] = [
  { id: 'outline', label: 'Outline', Content: OutlineTree },
  { id: 'lists', label: 'Lists', Content: ListsPanel },
  { id: 'review', label: 'Review', Content: ReviewPanel, useCount: useReviewCount },
  { id: 'trail', label: 'Trail', Content: Trail },
];

/** Higher counts would push the other tabs out of a narrow panel. */
const MOST_COUNTED = 99;

const unknown = () => null;

/** What lies beneath the topics: the map as an outline, and what else there is to look through. */
export function SideTabs({ map }: { map: TopicMap }) {
  useReviewInTime(map);
  const tab = useSideTab((state) => state.tab) ?? TABS[0].id;
  return (
    <Tabs value={tab} onChange={setSideTab} keepMounted={false} classNames={{ root: 'side-tabs', list: 'side-tab-list', tab: 'side-tab', panel: 'side-tab-panel' }}>
      <Tabs.List aria-label="Look through the map">
        {TABS.map(({ id, label, useCount = unknown }) => <Tabs.Tab key={id} value={id}>{label}<Count of={useCount} /></Tabs.Tab>)}
      </Tabs.List>
      {TABS.map(({ id, Content }) => <Tabs.Panel key={id} value={id}><Content map={map} /></Tabs.Panel>)}
    </Tabs>
  );
}

function Count({ of: useCount }: { of: () => number | null }) {
  const count = useCount();
  return count === null || count === 0 ? null : <span className="side-tab-count"> {count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}</span>;
}
