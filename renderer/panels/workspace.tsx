import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import type { TopicMap } from '../../shared/topic-map.ts';
import { RoomBoundary } from '../parts/room-boundary.tsx';
import { setLayout, usePanels } from '../state/panel-store.ts';
import { useView } from '../state/view-store.ts';
import { DetailsPanel } from './details-panel.tsx';
import { ClosedDrawer } from './drawer-closed.tsx';
import { Drawer } from './drawer.tsx';
import { MapPanel } from './map-panel.tsx';
import { TopicsPanel } from './topics-panel.tsx';

const NARROW = '(max-width: 859px)';

/** Topics, map and details beside each other, resizable; in a narrow window the panels lie over the map. */
export function Workspace({ map, loads }: { map: TopicMap; loads: number }) {
  const isNarrow = useMediaQuery(NARROW, window.matchMedia(NARROW).matches, { getInitialValueInEffect: false });
  useEffect(() => setLayout(isNarrow ? 'narrow' : 'wide'), [isNarrow]);
  const { topics, details, layout } = usePanels();
  const beside = (state: 'open' | 'closed') => layout === 'wide' && state === 'open';
  const over = (state: 'open' | 'closed') => layout === 'narrow' && state === 'open';
  const panelIds = [...(beside(topics) ? ['topics'] : []), 'map', ...(beside(details) ? ['details'] : [])];
  const sizes = useDefaultLayout({ id: 'concept-atlas-panels', panelIds, storage: localStorage, onlySaveAfterUserInteractions: true });
  return (
    <main className="body">
      <Group id="panels" className="panels" {...sizes}>
        {beside(topics) && (
          <Panel key="topics" id="topics" defaultSize="20%" minSize={220} maxSize={440} groupResizeBehavior="preserve-pixel-size">
            <RoomBoundary name="The list of topics"><TopicsPanel map={map} /></RoomBoundary>
          </Panel>
        )}
        {beside(topics) && <Separator key="left" className="separator" aria-label="Resize the topics panel" />}
        <Panel key="map" id="map" minSize={280}>
          <MapAndDrawer map={map} loads={loads} />
        </Panel>
        {beside(details) && <Separator key="right" className="separator" aria-label="Resize the details panel" />}
        {beside(details) && (
          <Panel key="details" id="details" defaultSize="26%" minSize={300} maxSize={640} groupResizeBehavior="preserve-pixel-size">
            <RoomBoundary name="Details"><DetailsPanel map={map} /></RoomBoundary>
          </Panel>
        )}
      </Group>
      {over(topics) && <div className="sheet is-left"><RoomBoundary name="The list of topics"><TopicsPanel map={map} /></RoomBoundary></div>}
      {over(details) && <div className="sheet is-right"><RoomBoundary name="Details"><DetailsPanel map={map} /></RoomBoundary></div>}
    </main>
  );
}

/** The map, and beneath it what is open there. */
function MapAndDrawer({ map, loads }: { map: TopicMap; loads: number }) {
  const drawer = useView((state) => state.drawer);
  const isCovered = usePanels((state) => state.drawer === 'full') && drawer !== 'closed';
  const panelIds = drawer === 'closed' ? ['canvas'] : ['canvas', 'drawer'];
  const sizes = useDefaultLayout({ id: 'concept-atlas-drawer', panelIds, storage: localStorage, onlySaveAfterUserInteractions: true });
  return (
    <div className="map-and-drawer-frame">
      <Group id="map-and-drawer" className="panels map-and-drawer" orientation="vertical" {...sizes}>
        <Panel key="canvas" id="canvas" minSize={160}>
          <div className="map-holder" inert={isCovered}>
            <RoomBoundary name="The map"><MapPanel map={map} loads={loads} /></RoomBoundary>
          </div>
        </Panel>
        {drawer !== 'closed' && !isCovered && <Separator key="beneath" className="separator is-level" aria-label="Resize what is beneath the map" />}
        {drawer !== 'closed' && (
          <Panel key="drawer" id="drawer" defaultSize="42%" minSize={140}>
            <RoomBoundary name="The table"><Drawer map={map} drawer={drawer} /></RoomBoundary>
          </Panel>
        )}
      </Group>
      {drawer === 'closed' && <ClosedDrawer />}
    </div>
  );
}
