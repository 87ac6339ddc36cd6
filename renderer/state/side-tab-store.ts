import { create } from 'zustand';
import { setPanel, usePanels } from './panel-store.ts';

/** The tab that is shown beneath the topics, by its id; null for the first. */
export const useSideTab = create<{ tab: string | null }>()(() => ({ tab: null }));

/** Shows a tab. */
export function setSideTab(tab: string | null): void {
  useSideTab.setState({ tab });
}

/** Shows a tab, opening the panel that it is in. */
export function revealSideTab(tab: string): void {
  if (usePanels.getState().topics === 'closed') setPanel('topics', 'open');
  setSideTab(tab);
}
