import { useState } from 'react';
import type { Drawer as DrawerKind } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { usePanels } from '../state/panel-store.ts';
import { ConceptsTable } from './concepts-table.tsx';
import { DrawerHeading, DrawerSlot } from './drawer-heading.tsx';
import { PapersTable } from './papers-table.tsx';
import { Timeline } from './timeline.tsx';
import './drawer.css';

type OpenDrawer = Exclude<DrawerKind, 'closed'>;

/** What is open beneath the map, in step with it: a table of papers or concepts, or topics by year. */
export function Drawer({ map, drawer }: { map: TopicMap; drawer: OpenDrawer }) {
  const isFull = usePanels((state) => state.drawer === 'full');
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <section className={`drawer ${isFull ? 'is-full' : ''}`} aria-label={drawer === 'timeline' ? 'Timeline' : 'Table'} data-part>
      <DrawerHeading drawer={drawer} slotRef={setSlot} />
      <DrawerSlot value={slot}>
        {drawer === 'papers' && <PapersTable map={map} />}
        {drawer === 'concepts' && <ConceptsTable map={map} />}
        {drawer === 'timeline' && <Timeline map={map} />}
      </DrawerSlot>
    </section>
  );
}
