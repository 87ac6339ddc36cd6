import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronBinary } from '../../../electron/hosts/start/electron-binary.ts';
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
