import type { EventName } from '../../shared/contract.ts';
import { EVENT_NAMES } from '../../shared/event-names.ts';
import { makeFailure } from '../../shared/failures.ts';

type Listener = (payload: unknown) => void;

/** Events that came before anything listened are kept, up to this many of each name. */
const KEPT_EVENTS = 20;

const RECONNECT_AFTER_MS = 2000;

/**
 * The host's events over server-sent events, from the first listener on. A lost connection is told once as `trouble`
 * and tried again until it is back.
 */
export function openEvents(): { on(event: string, listener: Listener): () => void } {
  const listeners = new Map<EventName, Set<Listener>>(EVENT_NAMES.map((name) => [name, new Set()]));
  const kept = new Map<EventName, unknown[]>();
  let opened = false;
  let lost = false;

  const deliver = (name: EventName, payload: unknown) => {
    const targets = listeners.get(name);
    if (targets && targets.size > 0) {
      for (const listener of targets) listener(payload);
      return;
    }
    if (name === 'files.open') kept.set(name, [...(kept.get(name) ?? []), payload].slice(-KEPT_EVENTS));
  };

  const connect = () => {
    const source = new EventSource('api/events');
    source.addEventListener('open', () => { lost = false; });
    source.addEventListener('error', () => {
      if (!lost) deliver('trouble', makeFailure('host.connection'));
      lost = true;
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, RECONNECT_AFTER_MS);
    });
    for (const name of EVENT_NAMES) {
      source.addEventListener(name, (message: MessageEvent<string>) => deliver(name, JSON.parse(message.data)));
    }
  };

  return {
    on(event, listener) {
      const name = EVENT_NAMES.find((known) => known === event);
      const targets = name && listeners.get(name);
      if (!targets) return () => undefined;
      targets.add(listener);
      if (!opened) connect();
      opened = true;
      for (const payload of kept.get(name) ?? []) listener(payload);
      kept.delete(name);
      return () => targets.delete(listener);
    },
  };
}
