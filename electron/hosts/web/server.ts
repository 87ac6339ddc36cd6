import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeFailure } from '../../../shared/failures.ts';
import { SAFE_HEADERS } from '../page-files.ts';
import { apiRoutes, type ApiParts, type Handler } from './api.ts';
import { comesFromOwnPage, HOST_ADDRESS } from './request-guard.ts';
import { refuse } from './respond.ts';
import { createSession, type Session } from './session.ts';

/** Answers requests for the page's files. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface WebServerParts extends ApiParts {
  /** Makes the page's handler for this server. */
  page: (http: Server) => Promise<PageHandler> | PageHandler;
}

export interface WebServer {
  /** "http://127.0.0.1:PORT", without a token. */
  origin: string;
  /** A new address that lets one browser in, once; the one before it ends. */
  oneTimeAddress(): string;
  close(): Promise<void>;
}

/** Starts the server on a random port of the loopback address. */
export async function startWebServer(parts: WebServerParts): Promise<WebServer> {
  const http = createServer();
  await new Promise<void>((listening, failed) => {
    http.once('error', failed);
    http.listen(0, HOST_ADDRESS, listening);
  });
  const { port } = http.address() as AddressInfo;
  const door: Door = { port, origin: `http://${HOST_ADDRESS}:${port}`, session: createSession(port), routes: apiRoutes(parts), page: await parts.page(http) };
  http.requestTimeout = 0;
  http.on('request', (request, response) => {
    answer(request, response, door).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'Something went wrong inside Concept Atlas.');
      response.destroy();
    });
  });
  return {
    origin: door.origin,
    oneTimeAddress: () => `${door.origin}/?token=${door.session.issueToken()}`,
    async close() {
      const closed = new Promise<void>((done) => http.close(() => done()));
      parts.events.close();
      http.closeAllConnections();
      await closed;
    },
  };
}

interface Door {
  port: number;
  origin: string;
  session: Session;
  routes: Map<string, Handler>;
  page: PageHandler;
}

async function answer(request: IncomingMessage, response: ServerResponse, { port, origin, session, routes, page }: Door): Promise<void> {
  if (!comesFromOwnPage(request, port)) return refuse(response, 403, makeFailure('call.refused').message);
  const url = new URL(request.url ?? '/', origin);
  const token = url.pathname === '/' ? url.searchParams.get('token') : null;
  const known = session.knows(request.headers.cookie);
  if (token !== null) return known ? enter(response) : letIn(request, response, session, token);
  if (!known) return refuse(response, 403, 'Open the address that Concept Atlas printed when it started. Press Enter there for a new one.');
  const handler = routes.get(`${request.method} ${url.pathname}`);
  if (handler) return handler(request, response, url);
  if (isCall(url.pathname)) return refuse(response, 404, 'Not found.');
  return page(request, response);
}

/** Whether a path is one that pages call. A file of the page's may lie in a folder of that name: served from its sources, it has one. */
function isCall(path: string): boolean {
  return path.startsWith('/api/') && !path.includes('.');
}

/** Exchanges the token for a cookie. A browser that only looks ahead must not spend it. */
function letIn(request: IncomingMessage, response: ServerResponse, session: Session, token: string): void {
  const looksAhead = request.method !== 'GET' || request.headers['sec-purpose'] !== undefined || request.headers.purpose !== undefined;
  if (looksAhead) return refuse(response, 503, 'Open the address itself.');
  const cookie = session.redeem(token);
  if (cookie === null) return refuse(response, 403, 'This address was used already. Press Enter where Concept Atlas runs to get a new one, or start it again.');
  enter(response, { 'set-cookie': cookie });
}

/** Goes on to the page without the token in its address. A redirect would lose the strict cookie where another site's link led here. */
function enter(response: ServerResponse, headers: Record<string, string> = {}): void {
  response.writeHead(200, { ...SAFE_HEADERS, ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'" });
  response.end('<!doctype html><html lang="en"><title>Concept Atlas</title><meta http-equiv="refresh" content="0;url=/">');
}
