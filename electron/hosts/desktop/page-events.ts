import type { BrowserWindow } from 'electron';
import type { EventMap, EventName } from '../../../shared/contract.ts';
import { EVENT_CHANNEL } from './channels.ts';

/** Events to the page of the window that is open. */
export interface PageEvents {
  /** Sends an event; files to open and menu commands wait for a page that listens to them. */
  send<E extends EventName>(event: E, payload: EventMap[E]): void;
  /** The page listens to an event now: it is sent what waited. */
  listening(event: string): void;
  /** The page is loading (anew), and listens to nothing yet. */
  reset(): void;
}

const WAITED_FOR: ReadonlySet<EventName> = new Set(['files.open', 'menu']);

export function createPageEvents(window: () => BrowserWindow | null): PageEvents {
  const listened = new Set<string>();
  const waiting: { event: EventName; payload: unknown }[] = [];
  const deliver = (event: EventName, payload: unknown) => {
    const target = window();
    if (target && !target.isDestroyed()) target.webContents.send(EVENT_CHANNEL, event, payload);
  };
  return {
    send(event, payload) {
      if (WAITED_FOR.has(event) && !listened.has(event)) waiting.push({ event, payload });
      else deliver(event, payload);
    },
    listening(event) {
      listened.add(event);
      const ready = waiting.filter((message) => message.event === event);
      for (const message of ready) {
        waiting.splice(waiting.indexOf(message), 1);
        deliver(message.event, message.payload);
      }
    },
    reset: () => listened.clear(),
  };
}
