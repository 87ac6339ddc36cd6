import { create } from 'zustand';

/** Whether the panel of filters is open. */
export const useFilterPanel = create<{ panel: 'open' | 'closed' }>()(() => ({ panel: 'closed' }));

/** Opens the panel of filters, or closes it. */
export function setFilterPanel(panel: 'open' | 'closed'): void {
  useFilterPanel.setState({ panel });
}
