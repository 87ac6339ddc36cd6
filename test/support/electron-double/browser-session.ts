import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page, type Request, type Route } from 'playwright-core';
import { fromBrowser } from './addresses.ts';

/** Who decides for a page where it may go and what it may open. */
export interface PageOwner {
  mayNavigate(url: string, isMainFrame: boolean): boolean;
  decideWindow(url: string): 'allow' | 'deny';
}

export type ProtocolHandler = (request: globalThis.Request) => Response | Promise<Response>;

export const protocolHandlers = new Map<string, ProtocolHandler>();

/** How long the first request of a new page may be on its way. */
const POPUP_REQUEST_MS = 1000;

const ownerOf = new Map<Page, PageOwner>();

let connected: Promise<BrowserContext> | null = null;

/** The browser that the test started and named by ATLAS_DOUBLE_BROWSER, whose requests all go through the double. */
export function browserContext(): Promise<BrowserContext> {
  connected ??= connect();
  return connected;
}

async function connect(): Promise<BrowserContext> {
  const browser = await chromium.connectOverCDP(process.env.ATLAS_DOUBLE_BROWSER ?? '');
  const context = browser.contexts()[0] ?? (await browser.newContext());
  await context.route('**/*', handleRequest);
  context.on('page', (page) => void closePopup(page).catch(() => undefined));
  return context;
}

/** A new page that stands for a window's contents. */
export async function newPage(owner: PageOwner): Promise<Page> {
  const page = await (await browserContext()).newPage();
  ownerOf.set(page, owner);
  return page;
}

async function handleRequest(route: Route, request: Request): Promise<void> {
  const page = pageOf(request);
  const owner = page && ownerOf.get(page);
  if (!owner) return refusePopup(route, request);
  const address = fromBrowser(request.url());
  if (request.isNavigationRequest() && !owner.mayNavigate(address, request.frame() === page.mainFrame())) return route.abort('aborted');
  const handler = protocolHandlers.get(new URL(address).protocol.slice(0, -1));
  if (!handler) return route.abort('addressunreachable');
  const response = await handler(new Request(address, { method: request.method() }));
  return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
}

/** The page of a request; null for the first request of a page that is only about to be there. */
function pageOf(request: Request): Page | null {
  try {
    return request.frame().page();
  } catch {
    return null;
  }
}

/** A page that a page opens: the window's handler decides. The double never shows one, and neither does the app allow any. */
async function refusePopup(route: Route, request: Request): Promise<void> {
  const [opener] = ownerOf.values();
  opener?.decideWindow(fromBrowser(request.url()));
  await route.abort('aborted');
}

/** Closes a page that a page opened, once its first request has come to the opener's handler, or none has for a while. */
async function closePopup(page: Page): Promise<void> {
  await sleep(POPUP_REQUEST_MS);
  if (!ownerOf.has(page) && (await page.opener())) await page.close();
}
