import { useReducedMotion } from '@mantine/hooks';
import { create } from 'zustand';

const STORAGE_KEY = 'concept-atlas-motion';

/** How much moves: as the system asks, or less than that. */
export type Motion = 'system' | 'less';

export const useMotion = create<{ motion: Motion }>()(() => ({ motion: storedMotion() }));

/** Changes how much moves, and remembers it in this browser. */
export function setMotion(motion: Motion): void {
  useMotion.setState({ motion });
  showMotion();
  try {
    localStorage.setItem(STORAGE_KEY, motion);
  } catch {
    // Remembered until the window closes at least.
  }
}

/** Tells the styles how much may move. */
export function showMotion(): void {
  document.documentElement.dataset.motion = useMotion.getState().motion;
}

/** Whether little may move, by the user's choice or the system's. */
export function useLessMotion(): boolean {
  const bySystem = useReducedMotion(false, { getInitialValueInEffect: false });
  return useMotion(({ motion }) => motion === 'less') || bySystem;
}

function storedMotion(): Motion {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'less' ? 'less' : 'system';
  } catch {
    return 'system';
  }
}
