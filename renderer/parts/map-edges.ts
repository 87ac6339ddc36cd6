/**
 * Keeps the distances of an element from the window's edges in --map-left, --map-right and --map-bottom, so that
 * messages can stand over the middle of it. A ref: gives the function that ends it.
 */
export function publishEdges(element: HTMLElement): () => void {
  const style = document.documentElement.style;
  const observer = new ResizeObserver(() => {
    const { left, right, bottom } = element.getBoundingClientRect();
    style.setProperty('--map-left', `${left}px`);
    style.setProperty('--map-right', `${window.innerWidth - right}px`);
    style.setProperty('--map-bottom', `${window.innerHeight - bottom}px`);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    style.removeProperty('--map-left');
    style.removeProperty('--map-right');
    style.removeProperty('--map-bottom');
  };
}
