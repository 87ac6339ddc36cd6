import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileReferences, type FileReferences } from '../../../electron/hosts/file-references.ts';
import { createTemporaryFiles, type TemporaryFiles } from '../../../electron/hosts/temporary-files.ts';
import { createEventStream, type EventStream } from '../../../electron/hosts/web/event-stream.ts';
import { builtPage } from '../../../electron/hosts/web/page-handlers.ts';
import { startWebServer, type WebServer } from '../../../electron/hosts/web/server.ts';
import { decodeWire } from '../../../shared/wire.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

let server: WebServer;
/** A reply as the engine's thread hands it over; no JSON, so that whoever reads it would stumble. */
const ENCODED = new TextEncoder().encode('{"ok":true,“as it is”');

let events: EventStream;
let references: FileReferences;
let temporaryFiles: TemporaryFiles;
let folder: string;
let stopped: boolean;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'concept-atlas-page-'));
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  events = createEventStream();
  references = createFileReferences();
  temporaryFiles = createTemporaryFiles();
  stopped = false;
  server = await startWebServer({
    dispatch: (command, args) => Promise.resolve(command === 'map.get' ? { ok: true, encoded: ENCODED } : { ok: true, value: { command, args } }),
    events,
    references,
    temporaryFiles,
    page: () => builtPage(folder),
    onStop: () => { stopped = true; },
  });
});

afterEach(async () => {
  await server.close();
  await temporaryFiles.removeAll();
  rmSync(folder, { recursive: true });
});

/** A request with exactly these headers, which fetch would not let a test set. */
function ask(path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
  return new Promise((answered, failed) => {
    const outgoing = httpRequest(new URL(path, server.origin), { method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => { text += chunk.toString('utf8'); });
      response.on('end', () => answered({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

/** The cookie of a browser that opened the one-time address. */
async function enter(): Promise<string> {
  const answer = await ask(server.oneTimeAddress());
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  return cookie.slice(0, cookie.indexOf(';'));
}

const callBody = JSON.stringify({ command: 'host.info', args: {} });

async function call(headers: Record<string, string>, body = callBody): Promise<Answer> {
  return ask('/api/call', { method: 'POST', headers: { origin: server.origin, 'content-type': 'application/json', ...headers }, body });
}

describe('the one-time token', () => {
  it('lets the first browser in with a cookie that scripts and other sites cannot use', async () => {
    const answer = await ask(server.oneTimeAddress());
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^concept-atlas-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(answer.text).toContain('content="0;url=/"');
  });

  it('is refused the second time, while the browser that used it may reload', async () => {
    const address = server.oneTimeAddress();
    const [cookie = ''] = (await ask(address)).headers['set-cookie'] ?? [];
    expect((await ask(address)).status).toBe(403);
    expect((await ask('/', { headers: { cookie } })).status).toBe(200);
    expect((await ask(address, { headers: { cookie } })).status).toBe(200);
  });

  it('is not spent by a browser that only looks ahead', async () => {
    const address = server.oneTimeAddress();
    expect((await ask(address, { headers: { 'sec-purpose': 'prefetch' } })).status).toBe(503);
    expect((await ask(address, { method: 'HEAD' })).status).toBe(503);
    expect((await ask(address)).status).toBe(200);
  });

  it('ends when a newer one is issued', async () => {
    const older = server.oneTimeAddress();
    server.oneTimeAddress();
    expect((await ask(older)).status).toBe(403);
  });
});

describe('what is refused', () => {
  it('gives nothing to a request without the cookie', async () => {
    for (const path of ['/', '/index.html', '/api/events']) expect((await ask(path)).status).toBe(403);
    expect((await call({})).status).toBe(403);
    expect((await call({ cookie: 'concept-atlas-1=guess' })).status).toBe(403);
  });

  it('refuses a foreign Host, as a name rebound to this machine would send', async () => {
    const cookie = await enter();
    expect((await ask('/', { headers: { cookie, host: 'atlas.example' } })).status).toBe(403);
    expect((await ask('/', { headers: { cookie, host: server.origin.replace('http://127.0.0.1', 'localhost') } })).status).toBe(403);
  });

  it('refuses a foreign Origin, and a change without one', async () => {
    const cookie = await enter();
    expect((await call({ cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await call({ cookie, origin: 'null' })).status).toBe(403);
    expect((await call({ cookie, origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect((await ask('/api/call', { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: callBody })).status).toBe(403);
    expect((await ask('/api/events', { headers: { cookie, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' } })).status).toBe(403);
  });

  it('never sends a CORS header', async () => {
    const cookie = await enter();
    const answers = [await ask('/', { headers: { cookie } }), await call({ cookie }), await ask('/api/call', { method: 'OPTIONS', headers: { cookie, origin: server.origin } })];
    for (const answer of answers) expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('answers paths out of the folder with 404', async () => {
    const cookie = await enter();
    for (const path of ['/%2e%2e/secret', '/..%2f..%2fetc%2fpasswd', '/%00', '/nothing.js', '/..%5csecret']) {
      expect((await ask(path, { headers: { cookie } })).status).toBe(404);
    }
  });
});

describe('calls', () => {
  it('passes the command and its arguments on, bytes included', async () => {
    const cookie = await enter();
    const answer = await call({ cookie }, JSON.stringify({ command: 'host.saveFile', args: { name: 'a', bytes: { $bytes: 'AQL/' } } }));
    expect(decodeWire(answer.text, (text) => new Uint8Array(Buffer.from(text, 'base64')))).toEqual({
      ok: true,
      value: { command: 'host.saveFile', args: { name: 'a', bytes: new Uint8Array([1, 2, 255]) } },
    });
  });

  it('sends a reply that came as text just as it came, unread', async () => {
    const answer = await call({ cookie: await enter() }, JSON.stringify({ command: 'map.get' }));
    expect(answer.text).toBe(new TextDecoder().decode(ENCODED));
  });

  it('answers what is no call with a failure', async () => {
    const cookie = await enter();
    for (const body of ['', '{', '[]', 'null', '{"args":{}}']) {
      expect(JSON.parse((await call({ cookie }, body)).text)).toMatchObject({ ok: false, failure: { code: 'call.arguments' } });
    }
    expect(JSON.parse((await call({ cookie, 'content-type': 'text/plain' })).text)).toMatchObject({ ok: false, failure: { code: 'call.arguments' } });
  });

  it('refuses a call that says it is larger than the limit without reading it', async () => {
    const cookie = await enter();
    const answer = await call({ cookie, 'content-length': '500000000' }, '{').catch(() => null);
    if (answer) expect(JSON.parse(answer.text)).toMatchObject({ ok: false, failure: { code: 'call.arguments' } });
  }, 5000);

  it('ends when the page asks it to', async () => {
    const cookie = await enter();
    await ask('/api/stop', { method: 'POST', headers: { cookie, origin: server.origin } });
    await expect.poll(() => stopped).toBe(true);
  });
});

describe('uploads', () => {
  it('become references to temporary files that keep their names, and go at the end', async () => {
    const cookie = await enter();
    const answer = await ask(`/api/upload?name=${encodeURIComponent('../päper.bib')}`, { method: 'PUT', headers: { cookie, origin: server.origin }, body: '@article{a}' });
    const { value } = JSON.parse(answer.text) as { value: { ref: string; name: string } };
    const file = references.resolve(value);
    expect(file).toMatchObject({ name: '../päper.bib', temporary: true });
    expect(file.path).toMatch(/päper\.bib$/);
    expect(file.path).not.toContain('..');
    expect(readFileSync(file.path, 'utf8')).toBe('@article{a}');
    await temporaryFiles.removeAll();
    expect(existsSync(file.path)).toBe(false);
  });
});

describe('events', () => {
  it('reach every page, and files to open wait for the first page', async () => {
    events.send('files.open', { files: [{ ref: '1', name: 'a.bib' }] });
    const cookie = await enter();
    const received = await new Promise<string>((done, failed) => {
      let text = '';
      const outgoing = httpRequest(new URL('/api/events', server.origin), { headers: { cookie } }, (response) => {
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString('utf8');
          if (text.includes('files.open')) events.send('progress', { stage: 'read', done: 1, total: 2, label: 'Reading papers' });
          if (text.includes('progress')) done(text);
        });
      });
      outgoing.on('error', failed);
      outgoing.end();
    });
    expect(received).toContain('event: files.open\ndata: {"files":[{"ref":"1","name":"a.bib"}]}\n\n');
    expect(received).toContain('event: progress\ndata: {"stage":"read"');
  });
});

describe('the page’s own files', () => {
  it('are served from a folder that is named like the calls, as its sources have one', async () => {
    mkdirSync(join(folder, 'api'));
    writeFileSync(join(folder, 'api', 'call.js'), 'export {};');
    const cookie = await enter();
    const answers = await Promise.all(['/api/call.js', '/api/unknown'].map((path) => ask(path, { headers: { cookie } })));
    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
  });
});
