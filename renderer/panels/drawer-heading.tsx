import { Maximize2, Minimize2, X } from 'lucide-react';
import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Drawer } from '../../shared/settings.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { RadioBar } from '../parts/radio-bar.tsx';
import { closeDrawer } from '../state/drawer-actions.ts';
import { setDrawerSize, usePanels } from '../state/panel-store.ts';
import { setDrawer } from '../state/view-store.ts';

type OpenDrawer = Exclude<Drawer, 'closed'>;

const CHOICES: readonly { value: OpenDrawer; label: string }[] = [
  { value: 'papers', label: 'Papers' },
  { value: 'concepts', label: 'Concepts' },
  { value: 'timeline', label: 'Timeline' },
];

/** Where in the heading a table or the timeline puts what it has to say and its tools. */
export const DrawerSlot = createContext<HTMLElement | null>(null);

/** The line above what is open beneath the map. It stays when something else is opened there, and keeps the focus. */
export function DrawerHeading({ drawer, slotRef }: { drawer: OpenDrawer; slotRef: (slot: HTMLElement | null) => void }) {
  const isFull = usePanels((state) => state.drawer === 'full');
  return (
    <div className="drawer-heading">
      <RadioBar label="Beneath the map" choices={CHOICES} value={drawer} onChange={setDrawer} />
      <div ref={slotRef} className="drawer-slot" />
      <IconButton icon={isFull ? Minimize2 : Maximize2} label="Fill the middle" hint={isFull ? 'Show the map as well' : 'Hide the map'} aria-pressed={isFull} onClick={() => setDrawerSize(isFull ? 'shared' : 'full')} />
      <IconButton icon={X} label="Close" onClick={closeDrawer} />
    </div>
  );
}

/** How much is shown, and tools, in the heading. */
export function DrawerTools({ count, children }: { count: string; children?: ReactNode }) {
  const slot = useContext(DrawerSlot);
  return slot && createPortal(<><span className="drawer-count">{count}</span>{children}</>, slot);
}
