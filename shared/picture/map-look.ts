import type { ViewState } from '../settings.ts';
import type { Tint } from './colours.ts';

/** What colours, sizes and ground of a map tell. */
export type MapLook = Pick<ViewState, 'colourBy' | 'colourConcept' | 'sizeBy' | 'backdrop'>;

/** Topics lend their colours to areas and lines only while they give them to the nodes too. */
export function tintOf({ colourBy }: MapLook): Tint {
  return colourBy === 'topic' ? 'topics' : 'neutral';
}

/** Whether bubbles are filled with their topics' colours; else they leave papers and density to be seen. */
export function isShaded(look: MapLook): boolean {
  return tintOf(look) === 'topics' && look.backdrop === 'areas';
}
