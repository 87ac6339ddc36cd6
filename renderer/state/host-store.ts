import { create } from 'zustand';
import type { HostInfo } from '../../shared/contract.ts';

/** What is known of the host; null until it has answered. */
export const useHost = create<{ info: HostInfo | null }>()(() => ({ info: null }));

/** True if the host is the desktop app, which has file dialogs of its own. */
export function isDesktop(): boolean {
  return useHost.getState().info?.kind === 'desktop';
}

/** True on a Mac, where shortcuts are made with the command key. */
export function isMac(): boolean {
  const platform = useHost.getState().info?.platform;
  return platform === undefined ? navigator.userAgent.includes('Mac') : platform === 'darwin';
}
