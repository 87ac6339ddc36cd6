import { create } from 'zustand';

/** What is read out next. */
export const useAnnouncement = create<{ text: string }>()(() => ({ text: '' }));

/** So long nothing else may happen before something is read out: walking by arrow keys tells where it ends. */
const QUIET_MS = 250;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Has a screen reader read something out, politely; what was to be read out before and was not yet is left out. */
export function announce(text: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => useAnnouncement.setState({ text }), QUIET_MS);
}
