/** Work in steps holds the thread for about so long at a time. */
const SLICE_MS = 12;

/** Does work step by step, in slices between which the window can draw and answer keys; gives what it comes to. Rejects with what a step throws. */
export async function inSlices<T>(steps: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const endMs = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < endMs);
    await nextTask();
  }
}

/** Lets whatever waits have the thread first. A timer would wait four milliseconds each time. */
function nextTask(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resume();
    });
    port1.start();
    port2.postMessage(null);
  });
}
