import { graphViewHandle } from '../state/graph-view-handle.ts';

/** What lies over the map and stays: legend and zoom buttons. */
const COVERS = '.map-legend, .map-controls';

/** Tells the map which of its parts are covered, now and whenever that changes, so that it keeps clear of them. A ref: gives the function that ends it. */
export function publishCovers(stage: HTMLDivElement): () => void {
  const elements = [...stage.querySelectorAll(COVERS)];
  const tell = () => {
    const { left, top } = stage.getBoundingClientRect();
    const boxes = elements.map((element) => element.getBoundingClientRect());
    graphViewHandle.current?.setCovers(boxes.map((box) => ({ left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top })));
  };
  const observer = new ResizeObserver(tell);
  for (const element of [stage, ...elements]) observer.observe(element);
  tell();
  return () => observer.disconnect();
}
