import { Maximize2, Minimize2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Drawer } from '../../shared/settings.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { RadioBar } from '../parts/radio-bar.tsx';
import { setDrawerSize, usePanels } from '../state/panel-store.ts';
import { setDrawer } from '../state/view-store.ts';

type OpenDrawer = Exclude<Drawer, 'closed'>;

const CHOICES: readonly { value: OpenDrawer; label: string }[] = [
  { value: 'papers', label: 'Papers' },
  { value: 'concepts', label: 'Concepts' },
  { value: 'timeline', label: 'Timeline' },
];

/** The line above a table or the timeline: what is shown, how much of it, and what can be done with it. */
export function DrawerHeading({ drawer, count, children }: { drawer: OpenDrawer; count: string; children?: ReactNode }) {
  const isFull = usePanels((state) => state.drawer === 'full');
  return (
    <div className="drawer-heading">
      <RadioBar label="Beneath the map" choices={CHOICES} value={drawer} onChange={setDrawer} />
      <span className="drawer-count">{count}</span>
      {children}
      <IconButton icon={isFull ? Minimize2 : Maximize2} label={isFull ? 'Show the map as well' : 'Fill the middle'} aria-pressed={isFull} onClick={() => setDrawerSize(isFull ? 'shared' : 'full')} />
      <IconButton icon={X} label="Close" onClick={() => setDrawer('closed')} />
    </div>
  );
}
