import type { Box } from '../../shared/box.ts';
import { graphViewHandle } from '../state/graph-view-handle.ts';

/** What lies over the map and stays: legend and zoom buttons. */
const LASTING = '.map-legend, .map-controls';
/** What is there only for some parts of the map, or while there are filters. */
const PASSING = '.minimap:not([data-idle]), .filter-bar > *';

/** Tells the map which of its parts are covered, now and whenever that changes, so that it keeps clear of them. A ref: gives the function that ends it. */
export function publishCovers(stage: HTMLDivElement): () => void {
  const lasting = [...stage.querySelectorAll(LASTING)];
  const tell = () => {
    const { left, top } = stage.getBoundingClientRect();
    const boxOf = (element: Element): Box => {
      const box = element.getBoundingClientRect();
      return { left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top };
    };
    graphViewHandle.current?.setCovers({ lasting: lasting.map(boxOf), passing: [...stage.querySelectorAll(PASSING)].map(boxOf) });
  };
  const sizes = new ResizeObserver(tell);
  for (const element of [stage, ...lasting]) sizes.observe(element);
  const comings = new MutationObserver(tell);
  comings.observe(stage, { childList: true, subtree: true, attributeFilter: ['data-idle'] });
  tell();
  return () => {
    sizes.disconnect();
    comings.disconnect();
  };
}
