import type { AtlasBridge } from '../../shared/contract.ts';
import { createHttpBridge } from './http-bridge.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload; absent in a browser. */
    readonly atlas?: AtlasBridge;
  }
}

let chosen: AtlasBridge | null = null;

/** The page's one way to its host: the desktop's bridge where there is one, HTTP to the page's own origin elsewhere. */
export function bridge(): AtlasBridge {
  chosen ??= window.atlas ?? createHttpBridge();
  return chosen;
}
