import { decodeInSteps } from '../../shared/reply-text.ts';
import { fromBase64 } from './base64.ts';

/** Reading a large reply holds the thread for about so long at a time. */
const SLICE_MS = 12;

/** The reply that a text stands for, read in slices between which the window can draw and answer keys. Rejects with SyntaxError for text that is none. */
export async function readReplyText(text: string): Promise<unknown> {
  const reading = decodeInSteps(text, fromBase64);
  for (;;) {
    const endMs = performance.now() + SLICE_MS;
    do {
      const step = reading.next();
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
