import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AtlasBridge, FileRef } from '../shared/contract.ts';
import { EVENT_NAMES } from '../shared/event-names.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, LISTEN_CHANNEL, REFER_CHANNEL } from './hosts/desktop/channels.ts';

type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>(EVENT_NAMES.map((name) => [name, new Set()]));

ipcRenderer.on(EVENT_CHANNEL, (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

/** A file by its place on disk; one that has none (made by a page, dragged out of another program) by its bytes. */
async function describeFile(file: File): Promise<{ name: string; path: string } | { name: string; bytes: Uint8Array }> {
  const path = webUtils.getPathForFile(file);
  return path === '' ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : { name: file.name, path };
}

const bridge: AtlasBridge = {
  call: (command, args) => ipcRenderer.invoke(CALL_CHANNEL, command, args),
  async refer(files) {
    const described = await Promise.all(files.map(describeFile));
    return (await ipcRenderer.invoke(REFER_CHANNEL, described)) as FileRef[];
  },
  on(event, listener) {
    const targets = listeners.get(event);
    if (!targets) return () => undefined;
    targets.add(listener);
    ipcRenderer.send(LISTEN_CHANNEL, event);
    return () => targets.delete(listener);
  },
};

contextBridge.exposeInMainWorld('atlas', bridge);
