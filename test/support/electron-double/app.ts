import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { browserContext } from './browser-session.ts';
import { openWindows, PreventableEvent, state } from './state.ts';

/** Stands for Electron's app. */
class App extends EventEmitter {
  readonly isPackaged = false;
  quitting = false;
  name = 'Electron';
  private readonly paths = new Map<string, string>();

  async whenReady(): Promise<void> {
    await browserContext();
    state.ready = true;
  }

  isReady(): boolean {
    return state.ready;
  }

  setName(name: string): void {
    this.name = name;
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  getPath(name: string): string {
    return this.paths.get(name) ?? join(tmpdir(), `concept-atlas-double-${name}`);
  }

  enableSandbox(): void {
    if (state.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  addRecentDocument(path: string): void {
    state.recentDocuments.push(path);
  }

  /** Another instance runs where the test says so. */
  requestSingleInstanceLock(data: unknown): boolean {
    if (process.env.ATLAS_DOUBLE_SECOND !== '1') return true;
    process.send?.({ secondInstance: data });
    return false;
  }

  quit(): void {
    void this.quitInOrder();
  }

  exit(code = 0): void {
    process.exit(code);
  }

  private async quitInOrder(): Promise<void> {
    this.quitting = true;
    this.emit('before-quit', new PreventableEvent());
    for (const window of openWindows) await window.close();
    await nextTurn();
    const event = new PreventableEvent();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) process.exit(0);
  }
}

export const app = new App();
