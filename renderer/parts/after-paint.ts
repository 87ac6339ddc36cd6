/**
 * Does something once what was just drawn is on the screen: measuring the page is quick then, where in the middle of a change it would lay the
 * whole window out once more. Gives what calls it off.
 */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
