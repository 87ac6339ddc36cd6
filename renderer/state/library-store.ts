import { create } from 'zustand';
import type { LibraryState } from '../../shared/library-state.ts';
import type { Failure } from '../../shared/failures.ts';
import type { TopicMap } from '../../shared/topic-map.ts';

/** The open library, as the host last told it. `loads` counts how often another library (or a first map) took its place. */
export type LibraryPhase =
  | { kind: 'starting' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'open'; state: LibraryState; loads: number };

export const useLibrary = create<LibraryPhase>()(() => ({ kind: 'starting' }));

/** The open library; null while starting or failed. */
export function openLibrary(): LibraryState | null {
  const phase = useLibrary.getState();
  return phase.kind === 'open' ? phase.state : null;
}

/** The map of the open library; null while it has no papers. */
export function openMap(): TopicMap | null {
  return openLibrary()?.map ?? null;
}

/** As openLibrary, for components: draws anew when it changes. */
export function useOpenLibrary(): LibraryState | null {
  return useLibrary((phase) => (phase.kind === 'open' ? phase.state : null));
}

/** As openMap, for components. */
export function useOpenMap(): TopicMap | null {
  return useLibrary((phase) => (phase.kind === 'open' ? phase.state.map : null));
}
