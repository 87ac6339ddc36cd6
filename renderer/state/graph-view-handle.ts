import type { RefObject } from 'react';
import type { GraphView } from '../map/graph-view-types.ts';

/** The map on screen, for commands that move it; null while there is none. */
export const graphViewHandle: RefObject<GraphView | null> = { current: null };
