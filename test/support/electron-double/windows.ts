import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { decodeWire, encodeWire } from '../../../shared/wire.ts';
import { fromBrowser, toBrowser } from './addresses.ts';
import { app } from './app.ts';
import { newPage } from './browser-session.ts';
import { ipcMain } from './ipc-main.ts';
import { nativeTheme } from './native-theme.ts';
import { DELIVER, IPC_BINDING, PLACES, preloadScript } from './preload-shim.ts';
import { openWindows, PreventableEvent } from './state.ts';

const encode = (value: unknown) => encodeWire(value, (bytes) => Buffer.from(bytes).toString('base64'));
const decode = (text: string) => decodeWire(text, (base64) => new Uint8Array(Buffer.from(base64, 'base64')));

interface Frame {
  url: string;
  parent: Frame | null;
}

type WindowOpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** Stands for Electron's WebContents: one real page of Chromium. */
export class WebContents extends EventEmitter {
  readonly mainFrame: Frame = { url: '', parent: null };
  private windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });
  private expected: string | null = null;
  private page: Promise<Page> | null = null;

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }

  decideWindow(url: string): 'allow' | 'deny' {
    return this.windowOpenHandler({ url }).action;
  }

  /** Whether a navigation may go on: one that the app asked for always, one by the page as the listeners decide. */
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    if (url !== this.expected) {
      const event = Object.assign(new PreventableEvent(), { url, isMainFrame, isSameDocument: false, frame: isMainFrame ? this.mainFrame : null });
      this.emit('will-frame-navigate', event);
      if (event.defaultPrevented) return false;
    }
    this.expected = null;
    if (isMainFrame) this.mainFrame.url = url;
    this.emit('did-start-navigation', { url, isMainFrame, isSameDocument: false });
    return true;
  }

  async load(url: string, preload: string, size: { width: number; height: number }): Promise<void> {
    const page = await this.openPage(preload, size);
    this.expected = url;
    await page.goto(toBrowser(url));
  }

  send(channel: string, ...args: unknown[]): void {
    void this.page?.then((page) => page.evaluate(([deliver, name, text]) => {
      (window as unknown as Record<string, (channel: string, text: string) => void>)[deliver]?.(name, text);
    }, [DELIVER, channel, encode(args)] as const)).catch(() => undefined);
  }

  async close(): Promise<void> {
    const page = await this.page;
    this.page = null;
    await page?.close().catch(() => undefined);
  }

  async reload(): Promise<void> {
    this.expected = this.mainFrame.url;
    await (await this.page)?.reload();
  }

  /** Tells the page where files of these names lie, as Electron knows for files that the user drops. */
  async placeFiles(places: Record<string, string>): Promise<void> {
    await (await this.page)?.evaluate(([name, entries]) => {
      Object.assign((window as unknown as Record<string, object>)[name] ?? {}, entries);
    }, [PLACES, places] as const);
  }

  private openPage(preload: string, size: { width: number; height: number }): Promise<Page> {
    this.page ??= this.createPage(preload, size);
    return this.page;
  }

  private async createPage(preload: string, size: { width: number; height: number }): Promise<Page> {
    const page = await newPage(this);
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: nativeTheme.colorScheme() });
    nativeTheme.on('updated', () => void page.emulateMedia({ colorScheme: nativeTheme.colorScheme() }).catch(() => undefined));
    await page.exposeBinding(IPC_BINDING, ({ frame }, kind: 'invoke' | 'send', channel: string, text: string) => {
      const senderFrame = frame === page.mainFrame() ? this.mainFrame : { url: fromBrowser(frame.url()), parent: this.mainFrame };
      return this.receive(kind, channel, decode(text) as unknown[], senderFrame);
    });
    await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) });
    return page;
  }

  private async receive(kind: 'invoke' | 'send', channel: string, args: unknown[], senderFrame: Frame | null): Promise<string> {
    const event = { sender: this, senderFrame };
    if (kind === 'send') {
      ipcMain.emit(channel, event, ...args);
      return '';
    }
    try {
      return encode({ value: await ipcMain.handler(channel)(event, ...args) });
    } catch (error) {
      return encode({ error: `Error invoking remote method '${channel}': ${String(error)}` });
    }
  }
}

interface WindowOptions {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  webPreferences?: { preload?: string } & Record<string, unknown>;
}

/** Stands for Electron's BrowserWindow. */
export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: WindowOptions;
  private bounds: { x: number; y: number; width: number; height: number };
  private destroyed = false;
  private visible = false;
  private minimized = false;
  private maximized = false;
  focusCount = 0;

  constructor(options: WindowOptions) {
    super();
    this.options = options;
    this.bounds = { x: options.x ?? 100, y: options.y ?? 80, width: options.width ?? 800, height: options.height ?? 600 };
    openWindows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows].filter((window) => window instanceof BrowserWindow);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url, this.options.webPreferences?.preload ?? '', { width: this.bounds.width, height: this.bounds.height });
    this.emit('ready-to-show');
  }

  reload(): void {
    void this.webContents.reload();
  }

  show(): void {
    this.visible = true;
  }

  focus(): void {
    this.focusCount += 1;
  }

  minimize(): void {
    this.minimized = true;
  }

  restore(): void {
    this.minimized = false;
  }

  maximize(): void {
    this.maximized = true;
  }

  setBounds(bounds: { x: number; y: number; width: number; height: number }): void {
    this.bounds = bounds;
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return this.bounds;
  }

  isVisible = (): boolean => this.visible;
  isMinimized = (): boolean => this.minimized;
  isMaximized = (): boolean => this.maximized;
  isDestroyed = (): boolean => this.destroyed;

  async close(): Promise<void> {
    if (this.destroyed) return;
    const event = new PreventableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    this.destroyed = true;
    openWindows.delete(this);
    await this.webContents.close();
    this.emit('closed');
    if (openWindows.size === 0 && !app.quitting) app.emit('window-all-closed');
  }
}
