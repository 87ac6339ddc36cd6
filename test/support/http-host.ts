import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { startWebHost } from '../../electron/hosts/web/web-host.ts';
import type { FileRef, Progress } from '../../shared/contract.ts';
import type { Reply } from '../../shared/failures.ts';
import { decodeReply } from '../../shared/reply-text.ts';
import { encodeWire } from '../../shared/wire.ts';
import type { ContractHost } from '../contract/host.ts';

const decode = (text: string) => decodeReply(text, (base64) => new Uint8Array(Buffer.from(base64, 'base64')));
const encode = (value: unknown) => encodeWire(value, (bytes) => Buffer.from(bytes).toString('base64'));

/** The web host behind its own server, spoken to as a page does: by its one-time address first, then by its cookie. */
export async function httpHost(dataFolder: string): Promise<ContractHost> {
  const host = await startWebHost({ dataFolder, files: [], dev: false });
  const address = new URL(host.oneTimeAddress());
  const cookie = (await fetch(address)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const ask = async (path: string, { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }) => {
    const response = await fetch(new URL(path, address.origin), { ...init, headers: { cookie, origin: address.origin, ...headers } });
    return decode(await response.text());
  };
  const listeners = new Set<(progress: Progress) => void>();
  const events = await fetch(new URL('/api/events', address.origin), { headers: { cookie } });
  const reading = readProgress(events, (progress) => {
    for (const listener of listeners) listener(progress);
  });
  return {
    call: (command, args) => ask('/api/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: encode({ command, args }) }) as Promise<Reply<unknown>>,
    async refer(path, name) {
      const body = Readable.toWeb(createReadStream(path)) as RequestInit['body'];
      const reply = (await ask(`/api/upload?name=${encodeURIComponent(name)}`, { method: 'PUT', body, duplex: 'half' } as Omit<RequestInit, 'headers'>)) as Reply<FileRef>;
      if (!reply.ok) throw new Error(reply.failure.message);
      return reply.value;
    },
    onProgress(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await host.close();
      await reading;
    },
  };
}

async function readProgress(response: Response, tell: (progress: Progress) => void): Promise<void> {
  let text = '';
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const messages = (text + chunk).split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const data = /^event: progress\ndata: (.*)$/.exec(message)?.[1];
        if (data !== undefined) tell(JSON.parse(data) as Progress);
      }
    }
  } catch {
    // The host ended and took the connection with it.
  }
}
