import type { AtlasBridge, FileRef } from '../../shared/contract.ts';
import { AtlasError, makeFailure, type Reply } from '../../shared/failures.ts';
import { encodeWire } from '../../shared/wire.ts';
import { toBase64 } from './base64.ts';
import { openEvents } from './http-events.ts';
import { readReplyText } from './reply-text.ts';

/** Commands that still have to arrive when the page goes: the view, and a note that was being written. */
const OUTLIVING: ReadonlySet<string> = new Set(['view.save', 'edit.apply']);

/** Browsers refuse requests that outlive their page from 64 KiB on; letters may take three bytes. */
const KEEPALIVE_LIMIT = 20_000;

/** The bridge of a page in a browser: calls, uploads and events over HTTP to the page's own origin, which knows it by its cookie. */
export function createHttpBridge(): AtlasBridge {
  const events = openEvents();
  return {
    call: (command, args) => (command === 'host.openLink' ? openLink(args) : send('api/call', { command, args }, OUTLIVING.has(command))),
    refer: (files) => Promise.all(files.map(upload)),
    on: (event, listener) => events.on(event, listener),
  };
}

/** A browser opens links itself: a loopback host has no better way, and a new tab needs the user's click, which only the page has. */
async function openLink(args: unknown): Promise<unknown> {
  const checked = await send('api/call', { command: 'host.openLink', args });
  if (isReply(checked) && checked.ok) window.open((args as { url: string }).url, '_blank', 'noopener,noreferrer');
  return checked;
}

/** `outlives` for what is still to arrive when the page is gone. */
async function send(path: string, body: unknown, outlives = false): Promise<unknown> {
  const text = encodeWire(body, toBase64);
  const response = await request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text, keepalive: outlives && text.length < KEEPALIVE_LIMIT });
  return readReply(response);
}

async function upload(file: File): Promise<FileRef> {
  const response = await request(`api/upload?name=${encodeURIComponent(file.name)}`, { method: 'PUT', body: file });
  const reply = (await readReply(response)) as Reply<FileRef>;
  if (!reply.ok) throw new AtlasError(reply.failure.code, reply.failure.details);
  return reply.value;
}

async function request(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    throw new AtlasError('host.connection', {}, { cause: error });
  }
}

/** The reply in a response. The host may break off in the middle of one, or a stranger may answer on its port. */
async function readReply(response: Response): Promise<unknown> {
  try {
    const reply = await readReplyText(await response.text());
    if (isReply(reply)) return reply;
  } catch {
    // Falls through to the failure below: half a reply is a lost connection.
  }
  return { ok: false, failure: makeFailure('host.connection') };
}

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
