import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronBinary } from '../../../electron/hosts/start/electron-binary.ts';
import { fetchElectron, fetchMemory, lastFetchFailure } from '../../../electron/hosts/start/electron-fetching.ts';
import { obstacle } from '../../../electron/hosts/start/electron-launch.ts';
import { readStartOptions } from '../../../electron/hosts/start/options.ts';
import { sourceStamp } from '../../../electron/hosts/start/source-stamp.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'concept-atlas-start-')); });
afterEach(() => rmSync(folder, { recursive: true }));

describe('options of npm start', () => {
  it('are Electron and the browser’s opening where nothing is said', () => {
    expect(readStartOptions(['--data-folder', '/data'])).toEqual({ web: false, open: true, dev: false, dataFolder: '/data', files: [] });
  });

  it('take --web, --no-open and files', () => {
    expect(readStartOptions(['/a.bib', '--web', '--no-open'])).toMatchObject({ web: true, open: false, files: ['/a.bib'] });
  });

  it('go straight to the browser for development', () => {
    expect(readStartOptions(['--dev'])).toMatchObject({ web: true, dev: true });
  });

  it('refuse what they do not know', () => {
    expect(() => readStartOptions(['--wbe'])).toThrow('--wbe');
  });
});

describe('the stamp of the sources', () => {
  beforeEach(() => {
    for (const room of ['electron/hosts', 'renderer', 'shared', 'test']) mkdirSync(join(folder, room), { recursive: true });
    writeFileSync(join(folder, 'electron', 'hosts', 'a.ts'), '1');
    writeFileSync(join(folder, 'package-lock.json'), '{}');
  });

  it('is the same for the same content, and for changes that no build sees', () => {
    const before = sourceStamp(folder);
    writeFileSync(join(folder, 'electron', 'hosts', 'a.ts'), '1');
    writeFileSync(join(folder, 'test', 'a.test.ts'), 'x');
    expect(sourceStamp(folder)).toBe(before);
  });

  it('changes with a file’s content, its name, and the lock file', () => {
    const stamps = [sourceStamp(folder)];
    writeFileSync(join(folder, 'electron', 'hosts', 'a.ts'), '2');
    stamps.push(sourceStamp(folder));
    writeFileSync(join(folder, 'shared', 'b.ts'), '');
    stamps.push(sourceStamp(folder));
    writeFileSync(join(folder, 'package-lock.json'), '{ }');
    stamps.push(sourceStamp(folder));
    expect(new Set(stamps).size).toBe(4);
  });
});

describe('Electron', () => {
  it('is there only when its binary is', () => {
    expect(electronBinary(folder, {})).toBeNull();
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(electronBinary(folder, {})).toBeNull();
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'electron'), '');
    expect(electronBinary(folder, {})).toBe(join(folder, 'dist', 'electron'));
    expect(electronBinary(null, {})).toBeNull();
  });

  it('is not tried on Linux without a display or as root, and is everywhere else', () => {
    expect(obstacle('linux', {}, 1000)).toContain('no display');
    expect(obstacle('linux', { DISPLAY: ':0' }, 0)).toContain('root');
    expect(obstacle('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeNull();
    expect(obstacle('darwin', {}, 501)).toBeNull();
  });
});

describe('fetching Electron', () => {
  const memory = () => fetchMemory(folder);
  const environment = (mirror: string) => ({ ...process.env, ELECTRON_MIRROR: mirror, electron_config_cache: join(folder, 'cache') });

  /** A host for downloads that answers as given, or not at all. */
  async function withHost(status: number | null, use: (mirror: string) => Promise<void>): Promise<void> {
    const host = createServer((_request, response) => {
      if (status !== null) response.writeHead(status).end();
    });
    await new Promise<void>((listening) => { host.listen(0, '127.0.0.1', listening); });
    try {
      await use(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    } finally {
      host.closeAllConnections();
      host.close();
    }
  }

  it('is told apart: refused, and silent', async () => {
    await withHost(403, async (mirror) => expect(await fetchElectron(memory(), { environment: environment(mirror) })).toBe('refused'));
    expect(await fetchElectron(memory(), { environment: environment('http://127.0.0.1:1/') })).toBe('refused');
    await withHost(null, async (mirror) => expect(await fetchElectron(memory(), { environment: environment(mirror), limitMs: 1500 })).toBe('silent'));
  }, 20_000);

  it('is tried again a day after it failed, not before', () => {
    expect(lastFetchFailure(memory())).toBeNull();
    memory().write({ failure: 'silent', atMs: 0 });
    expect(lastFetchFailure(memory(), 3_600_000)).toEqual({ failure: 'silent', mayRetry: false });
    expect(lastFetchFailure(memory(), 25 * 3_600_000)).toEqual({ failure: 'silent', mayRetry: true });
  });
});
