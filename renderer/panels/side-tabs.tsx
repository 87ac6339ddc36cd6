import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import type { TopicMap } from '../../shared/topic-map.ts';
import { setSideTab, useSideTab } from '../state/side-tab-store.ts';
import { ListsPanel } from './lists-panel.tsx';
import { OutlineTree } from './outline-tree.tsx';
import { Trail } from './trail.tsx';
import './side-tabs.css';

interface SideTab {
  id: string;
  label: string;
  Content: ComponentType<{ map: TopicMap }>;
}

const TABS: readonly [SideTab, ...SideTab[]] = [
  { id: 'outline', label: 'Outline', Content: OutlineTree },
  { id: 'lists', label: 'Lists', Content: ListsPanel },
  { id: 'trail', label: 'Trail', Content: Trail },
];

/** What lies beneath the topics: the map as an outline, and what else there is to look through. */
export function SideTabs({ map }: { map: TopicMap }) {
  const tab = useSideTab((state) => state.tab) ?? TABS[0].id;
  return (
    <Tabs value={tab} onChange={setSideTab} keepMounted={false} classNames={{ root: 'side-tabs', list: 'side-tab-list', tab: 'side-tab', panel: 'side-tab-panel' }}>
      <Tabs.List aria-label="Look through the map">
        {TABS.map(({ id, label }) => <Tabs.Tab key={id} value={id}>{label}</Tabs.Tab>)}
      </Tabs.List>
      {TABS.map(({ id, Content }) => <Tabs.Panel key={id} value={id}><Content map={map} /></Tabs.Panel>)}
    </Tabs>
  );
}
