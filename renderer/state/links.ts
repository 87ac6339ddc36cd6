import { call } from '../api/call.ts';
import { sayFailed } from './message-store.ts';

/** Opens a web address outside the app. */
export async function openLink(url: string): Promise<void> {
  const reply = await call('host.openLink', { url });
  if (!reply.ok) sayFailed(reply.failure);
}
