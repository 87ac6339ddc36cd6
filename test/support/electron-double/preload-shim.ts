/** Name of the binding by which the page's preload reaches the double's main process. */
export const IPC_BINDING = '__atlasDoubleIpc';
/** Name of the function by which the main process reaches the preload's listeners. */
export const DELIVER = '__atlasDoubleDeliver';
/** Name of the table of places on disk that files of the page have, by file name. */
export const PLACES = '__atlasDoublePlaces';

/**
 * A script for every page of a window: gives the preload what Electron gives a sandboxed one (contextBridge, ipcRenderer, webUtils
 * and no other module) and runs it, in the main frame only.
 */
export function preloadScript(preload: string): string {
  return `(() => {
  if (window !== window.top || location.protocol === 'about:') return;
  const toBase64 = (bytes) => { let text = ''; for (const byte of bytes) text += String.fromCharCode(byte); return btoa(text); };
  const encode = (value) => JSON.stringify(value, function (key, replaced) { return this[key] instanceof Uint8Array ? { $bytes: toBase64(this[key]) } : replaced; });
  const decode = (text) => JSON.parse(text, (key, value) => value && typeof value === 'object' && typeof value.$bytes === 'string' ? Uint8Array.from(atob(value.$bytes), (c) => c.charCodeAt(0)) : value);
  const listeners = new Map();
  window.${PLACES} = {};
  window.${DELIVER} = (channel, text) => { for (const listener of listeners.get(channel) ?? []) listener({}, ...decode(text)); };
  const electron = {
    contextBridge: { exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true }) },
    ipcRenderer: {
      invoke: async (channel, ...args) => {
        const reply = decode(await window.${IPC_BINDING}('invoke', channel, encode(args)));
        if (reply.error !== undefined) throw new Error(reply.error);
        return reply.value;
      },
      send: (channel, ...args) => void window.${IPC_BINDING}('send', channel, encode(args)),
      on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    },
    webUtils: { getPathForFile: (file) => window.${PLACES}[file.name] ?? '' },
  };
  const module = { exports: {} };
  (function (require, module, exports) {
${preload}
  })((name) => { if (name === 'electron') return electron; throw new Error('A sandboxed preload cannot require ' + name); }, module, module.exports);
})();`;
}
