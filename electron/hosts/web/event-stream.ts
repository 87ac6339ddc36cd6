import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EventMap, EventName } from '../../../shared/contract.ts';
import { SAFE_HEADERS } from '../page-files.ts';

/** The host's events to its pages, as server-sent events. */
export interface EventStream {
  /** Answers a page's request for events; the response stays open. */
  connect(request: IncomingMessage, response: ServerResponse): void;
  /** Sends to every page; `files.open` to one page only, and to the next that comes where there is none. */
  send<E extends EventName>(event: E, payload: EventMap[E]): void;
  close(): void;
}

const HEARTBEAT_MS = 20_000;

export function createEventStream(): EventStream {
  const pages = new Set<ServerResponse>();
  const waiting: string[] = [];
  const heartbeat = setInterval(() => {
    for (const page of pages) page.write(':\n\n');
  }, HEARTBEAT_MS).unref();

  return {
    connect(request, response) {
      response.writeHead(200, { ...SAFE_HEADERS, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      response.write(':\n\n');
      pages.add(response);
      request.on('close', () => pages.delete(response));
      for (const message of waiting.splice(0)) response.write(message);
    },
    send(event, payload) {
      const message = `event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`;
      if (event !== 'files.open') {
        for (const page of pages) page.write(message);
        return;
      }
      const [first] = pages;
      if (first) first.write(message);
      else waiting.push(message);
    },
    close() {
      clearInterval(heartbeat);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
