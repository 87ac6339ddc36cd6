import { protocol } from 'electron';
import { readPageFile } from '../page-files.ts';

const SCHEME = 'atlas';
const HOST = 'app';

/** The page's origin, and its address. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`;
export const APP_ADDRESS = `${APP_ORIGIN}/`;

/** Makes the app's scheme one with an origin of its own, like https. Has to be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the built page under the app's scheme, reading only, and nothing under any other name. */
export function serveApp(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== HOST || request.method !== 'GET') return new Response('Not found.\n', { status: 404 });
    const { status, headers, body } = await readPageFile(folder, pathname);
    return new Response(body, { status, headers });
  });
}

/** Whether an address is one of the app's page. */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol: scheme, host } = new URL(address);
  return scheme === `${SCHEME}:` && host === HOST;
}
