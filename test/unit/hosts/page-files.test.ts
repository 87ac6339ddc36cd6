import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPageFile } from '../../../electron/hosts/page-files.ts';

let outer: string;
let folder: string;

beforeAll(() => {
  outer = mkdtempSync(join(tmpdir(), 'concept-atlas-files-'));
  folder = join(outer, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outer, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<meta content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>');
  writeFileSync(join(folder, 'assets', 'a-1.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'f.woff2'), 'font');
});

afterAll(() => rmSync(outer, { recursive: true }));

const text = (body: Uint8Array) => Buffer.from(body).toString('utf8');

describe('files of the page', () => {
  it('gives index.html for "/" with the nonce of its policy in every place for one', async () => {
    const { status, headers, body } = await readPageFile(folder, '/');
    const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1];
    expect(status).toBe(200);
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(text(body)).toBe(`<meta content="${nonce}"><style nonce="${nonce}"></style>`);
  });

  it('makes a new nonce for every load', async () => {
    const [one, other] = await Promise.all([readPageFile(folder, '/'), readPageFile(folder, '/')]);
    expect(text(one.body)).not.toBe(text(other.body));
  });

  it('allows scripts from the app alone, and nothing by default', async () => {
    const { headers } = await readPageFile(folder, '/');
    const policy = headers['content-security-policy']?.split('; ') ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy.join(' ')).not.toMatch(/unsafe|\*|http/);
  });

  it('tells media types, and keeps what has a hash in its name', async () => {
    expect((await readPageFile(folder, '/assets/a-1.js')).headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': expect.stringContaining('immutable') as string });
    expect((await readPageFile(folder, '/assets/f.woff2')).headers['content-type']).toBe('font/woff2');
    expect((await readPageFile(folder, '/')).headers['cache-control']).toBe('no-store');
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/..\\secret.txt', '/%00', '/%', '/assets', '/missing'])('answers %s with 404', async (path) => {
    const { status, body } = await readPageFile(folder, path);
    expect(status).toBe(404);
    expect(text(body)).not.toContain('secret');
  });
});
