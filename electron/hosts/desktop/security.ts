import { app, session, shell, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { isAppAddress } from './protocol.ts';

/** Opens an http or https address in the user's browser; does nothing with any other. */
export async function openExternally(address: string): Promise<void> {
  if (!URL.canParse(address)) return;
  const { protocol, href } = new URL(address);
  if (protocol === 'https:' || protocol === 'http:') await shell.openExternal(href);
}

/**
 * Whether a message came from our page: from the main frame of our window, still showing the app. A frame that is gone
 * (null), a frame within the page and any other page are strangers.
 */
export function isFromOwnPage(event: Pick<IpcMainEvent | IpcMainInvokeEvent, 'sender' | 'senderFrame'>, window: BrowserWindow | null): boolean {
  if (!window || window.isDestroyed() || event.sender !== window.webContents) return false;
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppAddress(frame.url);
}

/** Keeps every page of the app where it is: no navigation, no new window, no frame of another origin, no permission, no device. */
export function lockDown(): void {
  const refuseAll = session.defaultSession;
  refuseAll.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  refuseAll.setPermissionCheckHandler(() => false);
  refuseAll.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}

function lockDownContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (navigation) => {
    if (navigation.isMainFrame && isAppAddress(navigation.url)) return;
    navigation.preventDefault();
    if (navigation.isMainFrame) void openExternally(navigation.url);
  });
  contents.on('will-redirect', (redirection) => {
    if (!isAppAddress(redirection.url)) redirection.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openExternally(url);
    return { action: 'deny' };
  });
}
