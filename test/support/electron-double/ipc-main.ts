import { EventEmitter } from 'node:events';

type InvokeHandler = (event: unknown, ...args: unknown[]) => unknown;

/** Stands for Electron's ipcMain; tests reach its handlers. */
class IpcMain extends EventEmitter {
  private readonly handlers = new Map<string, InvokeHandler>();

  handle(channel: string, handler: InvokeHandler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  handler(channel: string): InvokeHandler {
    const found = this.handlers.get(channel);
    if (!found) throw new Error(`No handler registered for '${channel}'`);
    return found;
  }
}

export const ipcMain = new IpcMain();
