import { X } from 'lucide-react';
import type { Drawer as DrawerKind } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { RadioBar } from '../parts/radio-bar.tsx';
import { setDrawer } from '../state/view-store.ts';
import './drawer.css';

type OpenDrawer = Exclude<DrawerKind, 'closed'>;

const CHOICES: readonly { value: OpenDrawer; label: string }[] = [
  { value: 'papers', label: 'Papers' },
  { value: 'concepts', label: 'Concepts' },
  { value: 'timeline', label: 'Timeline' },
];

/** What is open beneath the map, in step with it: a table of papers or concepts, or topics by year. */
export function Drawer({ drawer }: { map: TopicMap; drawer: OpenDrawer }) {
  return (
    <section className="drawer" aria-label={drawer === 'timeline' ? 'Timeline' : 'Table'}>
      <div className="drawer-heading">
        <RadioBar label="Beneath the map" choices={CHOICES} value={drawer} onChange={setDrawer} />
        <IconButton icon={X} label="Close" onClick={() => setDrawer('closed')} />
      </div>
    </section>
  );
}
