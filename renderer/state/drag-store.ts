import { create } from 'zustand';

/** Where papers that are being dragged would go if they were dropped now. */
export interface DropTarget {
  /** Id of the topic. */
  topic: string;
  /** On its ground or bubble, where they would stay, or on its name in a list. */
  place: 'map' | 'list';
  /** Ids of the dragged papers that are not in the topic yet. */
  papers: readonly string[];
  /** The pointer in the window, in CSS pixels. */
  at: { x: number; y: number };
  /** Whether dropping moves them there, or only places them on the ground. */
  drop: 'moves' | 'places';
}

/** What dropping would do now; null while nothing is dragged, or nothing is beneath. */
export const useDropTarget = create<{ target: DropTarget | null }>()(() => ({ target: null }));

/** Whether papers would be moved to a topic if they were dropped now on its name in a list; for components. */
export function useIsDropTarget(topic: string | null): boolean {
  return useDropTarget(({ target }) => target?.place === 'list' && target.topic === topic);
}
