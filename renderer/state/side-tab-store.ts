import { create } from 'zustand';
import { setPanel, usePanels } from './panel-store.ts';

/** The tab that is shown beneath the topics, by its id; null for the first. */
export const useSideTab = create<{ tab: string | null }>()(() => ({ tab: null }));

/** Shows a tab. */
export function setSideTab(tab: string | null): void {
  useSideTab.setState({ tab });
}

/** Shows a tab and puts the keyboard on it: Tab then leads into what it holds. */
export function goToSideTab(tab: string): void {
  revealSideTab(tab);
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.side-tab-list [role="tab"][aria-selected="true"]')?.focus());
}

/** Shows a tab, opening the panel that it is in. */
export function revealSideTab(tab: string): void {
  if (usePanels.getState().topics === 'closed') setPanel('topics', 'open');
  setSideTab(tab);
}
