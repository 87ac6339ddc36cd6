import type { IncomingMessage } from 'node:http';

/** Address that the host listens on, and the only one it answers to. */
export const HOST_ADDRESS = '127.0.0.1';

/**
 * Whether a request can have come from the host's own page, or from a user opening its address: what keeps other sites in the
 * same browser out. The Host must be ours (a foreign name that resolves to this machine is refused), and so must the Origin,
 * which everything that changes something has to carry.
 */
export function comesFromOwnPage(request: Pick<IncomingMessage, 'method' | 'headers'>, port: number): boolean {
  const { host, origin } = request.headers;
  const own = `${HOST_ADDRESS}:${port}`;
  if (host !== own) return false;
  if (origin !== undefined) return origin === `http://${own}`;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  return isReading && ownFetchSite(request.headers['sec-fetch-site'], request.headers['sec-fetch-mode']);
}

/** Sec-Fetch-Site of a reading request: our own page's, or a navigation by the user or by a link (the cookie's SameSite decides on that). */
function ownFetchSite(site: string | string[] | undefined, mode: string | string[] | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none' || mode === 'navigate';
}
