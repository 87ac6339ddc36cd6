import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryClient } from '../../electron/engine/memory-client.ts';
import { createDispatch } from '../../electron/hosts/dispatch.ts';
import { plainReply } from '../../electron/hosts/sent-reply.ts';
import type { HostServices } from '../../electron/hosts/services.ts';
import { createWorkerClient } from '../../electron/hosts/worker/worker-client.ts';
import { engineHost } from '../support/engine-host.ts';
import { QUICK_STAGES } from '../support/quick-stages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { refusalOf, valueOf, type ContractHost } from './host.ts';

/** A host with dialogs, as on the desktop, over quick stages. */
async function startDesktop(services: Partial<HostServices>): Promise<ContractHost> {
  const host = engineHost(createMemoryClient({ dataFolder: temporaryFolder() }, QUICK_STAGES), services);
  onTestFinished(() => host.close());
  await valueOf(host, 'library.importText', { text: 'alpha net\nbeta net', name: 'refs' });
  return host;
}

describe('dispatch over a host with dialogs', () => {
  it('saves the library where the user wants it, and goes on there', async () => {
    const path = join(temporaryFolder(), 'Mine.atlas');
    const asked: string[] = [];
    const host = await startDesktop({
      choosePlaceForLibrary: (name) => {
        asked.push(name);
        return Promise.resolve(path);
      },
    });
    expect(await valueOf(host, 'library.saveAs', {})).toMatchObject({ file: null, state: { name: 'Mine', unsaved: false } });
    expect(asked).toEqual(['refs']);
    expect(existsSync(path)).toBe(true);
  });

  it('changes nothing when the user cancels the dialog', async () => {
    const host = await startDesktop({ choosePlaceForLibrary: () => Promise.resolve(null) });
    expect(await valueOf(host, 'library.saveAs', {})).toEqual({ file: null, state: await valueOf(host, 'library.state', {}) });
  });

  it('opens a file of the user’s in its place, not as a copy', async () => {
    const path = join(temporaryFolder(), 'Mine.atlas');
    const host = await startDesktop({ choosePlaceForLibrary: () => Promise.resolve(path), resolve: ({ name }) => ({ path, name, temporary: false }) });
    const { state } = await valueOf(host, 'library.saveAs', {});
    await valueOf(host, 'library.new', {});
    expect(await valueOf(host, 'library.open', { file: { ref: 'r', name: 'Mine.atlas' } })).toMatchObject({ name: 'Mine', unsaved: false, map: state.map });
  });

  it('hands bytes and names to the dialogs and gives back what they say', async () => {
    const host = await startDesktop({
      chooseFiles: (purpose) => Promise.resolve([{ ref: 'r', name: purpose }]),
      saveFile: (name, bytes) => Promise.resolve(`${name} with ${bytes.length} bytes`),
    });
    expect(await valueOf(host, 'host.chooseFiles', { purpose: 'import' })).toEqual({ files: [{ ref: 'r', name: 'import' }] });
    expect(await valueOf(host, 'host.saveFile', { name: 'a.png', bytes: new Uint8Array(3) })).toEqual({ place: 'a.png with 3 bytes' });
  });

  it('turns whatever a service throws into a failure', async () => {
    const host = await startDesktop({
      openLink: () => Promise.reject(new Error('no browser')),
      setTheme: () => {
        throw new Error('no theme');
      },
    });
    expect(await refusalOf(host, 'host.openLink', { url: 'https://example.org' })).toBe('internal');
    expect(await refusalOf(host, 'host.setTheme', { theme: 'dark' })).toBe('internal');
  });
});

describe('dispatch over an engine in a thread of its own', () => {
  it('passes replies on as the text they came as, failures as sentences, and bytes as they are', async () => {
    const engine = createWorkerClient({ dataFolder: temporaryFolder() });
    onTestFinished(() => engine.close());
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no command of this test needs a service
    const dispatch = createDispatch({ engine, services: {} as HostServices });
    expect(await dispatch('map.get', {})).toMatchObject({ ok: false, failure: { code: 'map.empty', message: expect.stringMatching(/^There is no map yet\./) as string } });
    const imported = await dispatch('library.sample', {});
    expect(imported).toEqual({ ok: true, encoded: expect.any(Uint8Array) as Uint8Array });
    expect(plainReply(imported)).toMatchObject({ ok: true, value: { state: { map: { format: 'concept-atlas/topic-map' } } } });
    expect(await dispatch('export.make', { format: 'svg' })).toMatchObject({ ok: true, value: { bytes: expect.any(Uint8Array) as Uint8Array } });
  });
});
