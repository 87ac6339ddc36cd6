import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { userDataFolder } from '../../../electron/hosts/data-folder.ts';
import { createFileReferences } from '../../../electron/hosts/file-references.ts';
import { settingsFile } from '../../../electron/hosts/host-settings.ts';
import { createTemporaryFiles, safeName } from '../../../electron/hosts/temporary-files.ts';
import { openingCommand } from '../../../electron/hosts/web/open-browser.ts';
import { decodeWire, encodeWire } from '../../../shared/wire.ts';
import { fromBase64, toBase64 } from '../../../renderer/api/base64.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'concept-atlas-unit-')); });
afterEach(() => rmSync(folder, { recursive: true }));

describe('the folder of the user’s data', () => {
  it.each([
    ['linux', {}, '/home/u/.local/share/concept-atlas'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/concept-atlas'],
    ['darwin', {}, '/home/u/Library/Application Support/Concept Atlas'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Concept Atlas'],
    ['linux', { ATLAS_DATA_FOLDER: '/mine' }, '/mine'],
  ] as const)('on %s with %o is %s', (platform, environment, expected) => {
    expect(userDataFolder(environment, platform, '/home/u')).toBe(expected);
  });
});

describe('references to files', () => {
  it('resolve to the file they were issued for, and no other resolves', () => {
    const references = createFileReferences();
    const ref = references.issue('/home/u/a.bib');
    expect(references.resolve(ref)).toEqual({ path: '/home/u/a.bib', name: 'a.bib', temporary: false });
    expect(ref.ref).not.toContain('a.bib');
    expect(() => references.resolve({ ref: '/home/u/a.bib', name: 'a.bib' })).toThrow('did not come from the Concept Atlas window');
    expect(() => createFileReferences().resolve(ref)).toThrow();
  });
});

describe('temporary files', () => {
  it('leave nothing behind when their content breaks off', async () => {
    const files = createTemporaryFiles();
    const kept = await files.write('a.txt', [Buffer.from('a')]);
    await expect(files.write('b.txt', (function* broken() {
      yield Buffer.from('b');
      throw new Error('broken off');
    })())).rejects.toThrow('broken off');
    expect(readFileSync(kept, 'utf8')).toBe('a');
    await files.removeAll();
    expect(() => readFileSync(kept)).toThrow('ENOENT');
  });

  it.each([['../../etc/passwd', 'passwd'], ['C:\\papers\\a.bib', 'a.bib'], ['', 'file'], ['..', '_'], ['a\u0000b?.ris', 'a_b_.ris'], ['.hidden', '_hidden']])('call %j %j', (given, expected) => {
    expect(safeName(given)).toBe(expected);
    expect(basename(safeName(given))).toBe(safeName(given));
  });
});

describe('small settings', () => {
  it('are the default until written, and where the file is no setting', () => {
    const file = settingsFile(join(folder, 'deep', 'a.json'), z.strictObject({ size: z.int() }), { size: 1 });
    expect(file.read()).toEqual({ size: 1 });
    file.write({ size: 2 });
    expect(file.read()).toEqual({ size: 2 });
    writeFileSync(join(folder, 'deep', 'a.json'), '{"size":"large"');
    expect(file.read()).toEqual({ size: 1 });
  });

  it('survive a folder that cannot be written', () => {
    mkdirSync(join(folder, 'a.json.new'));
    expect(() => settingsFile(join(folder, 'a.json'), z.int(), 1).write(2)).not.toThrow();
  });
});

describe('opening the browser', () => {
  it('uses the platform’s own command, and none where there is no screen', () => {
    expect(openingCommand('darwin', {})?.program).toBe('open');
    expect(openingCommand('linux', { DISPLAY: ':0' })?.program).toBe('xdg-open');
    expect(openingCommand('linux', {})).toBeNull();
  });
});

describe('values on the wire', () => {
  it('come back as they were, bytes anywhere in them', () => {
    const value = { a: [new Uint8Array([0, 1, 254, 255]), { b: new Uint8Array() }], text: 'ä\u0000', none: null };
    expect(decodeWire(encodeWire(value, toBase64), fromBase64)).toEqual(value);
  });

  it('come back as they were when they only speak of bytes', () => {
    const value = { title: 'The "$bytes" key', '{"$bytes":': '"$bytes"', nested: [{ $bytes: 'text', more: 1 }] };
    expect(decodeWire(encodeWire(value, toBase64), fromBase64)).toEqual(value);
    expect(decodeWire(JSON.stringify({ title: '{"$bytes":"AA=="}' }), fromBase64)).toEqual({ title: '{"$bytes":"AA=="}' });
  });

  it('are the same for bytes larger than one call’s arguments can be', () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });
});
