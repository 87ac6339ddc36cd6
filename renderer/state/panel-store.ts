import { create } from 'zustand';
import { z } from 'zod';
import { keepOnMachine, keptOnMachine } from './kept-on-machine.ts';

/** The panels beside the map. */
export type PanelName = 'topics' | 'details';

/** Whether each panel is shown. In a narrow window they lie over the map, one at a time. */
interface PanelStore {
  topics: 'open' | 'closed';
  details: 'open' | 'closed';
  layout: 'wide' | 'narrow';
  /** Whether what is open beneath the map shares the middle with it or fills it. */
  drawer: 'shared' | 'full';
}

const DRAWER_KEY = 'concept-atlas-drawer-size';
const drawerSchema = z.enum(['shared', 'full']);

export const usePanels = create<PanelStore>()(() => ({ topics: 'open', details: 'open', layout: 'wide', drawer: keptOnMachine(DRAWER_KEY, drawerSchema) ?? 'shared' }));

/** Opens a closed panel, closes an open one. */
export function togglePanel(panel: PanelName): void {
  setPanel(panel, usePanels.getState()[panel] === 'open' ? 'closed' : 'open');
}

/** Opens or closes a panel. */
export function setPanel(panel: PanelName, state: 'open' | 'closed'): void {
  const other = panel === 'topics' ? 'details' : 'topics';
  const alone = usePanels.getState().layout === 'narrow' && state === 'open';
  usePanels.setState({ [panel]: state, ...(alone ? { [other]: 'closed' } : {}) });
}

/** Adapts to the width of the window: a narrow one begins with the map alone. */
export function setLayout(layout: 'wide' | 'narrow'): void {
  if (usePanels.getState().layout === layout) return;
  const state = layout === 'wide' ? 'open' : 'closed';
  usePanels.setState({ layout, topics: state, details: state });
}

/** Lets what is open beneath the map fill the middle, or share it with the map; kept on this machine. */
export function setDrawerSize(drawer: 'shared' | 'full'): void {
  usePanels.setState({ drawer });
  keepOnMachine(DRAWER_KEY, drawer);
}
