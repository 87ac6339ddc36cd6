import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWorkerClient, type WorkerClient } from '../../electron/hosts/worker/worker-client.ts';
import type { Failure } from '../../shared/failures.ts';
import { DEFAULT_VIEW_STATE } from '../../shared/settings.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function startStubborn(): WorkerClient {
  const workerUrl = pathToFileURL(join(import.meta.dirname, '..', 'support', 'stubborn-worker.ts'));
  const client = createWorkerClient({ dataFolder: temporaryFolder(), workerUrl });
  onTestFinished(() => client.close());
  return client;
}

const VIEW = { view: DEFAULT_VIEW_STATE };

describe('the client of a worker', () => {
  it('ends a worker that does not notice the cancellation, fails its run with call.cancelled and answers the other calls from a new one', async () => {
    const client = startStubborn();
    expect(await client.call('view.save', VIEW)).toEqual(VIEW);
    const importing = client.call('library.import', { files: [] });
    const waiting = client.call('view.save', VIEW);
    const startedAt = performance.now();
    const [cancelled] = await Promise.all([client.cancel(), expect(importing).rejects.toMatchObject({ failure: { code: 'call.cancelled' } })]);
    expect(cancelled).toBe(true);
    expect(performance.now() - startedAt).toBeGreaterThan(1900);
    expect(await waiting).toEqual(VIEW);
    expect(await client.cancel()).toBe(false);
  });

  it('fails the pending calls with internal when the worker falls over, says so, and starts it again for the next call', async () => {
    const client = startStubborn();
    const troubles: Failure[] = [];
    client.onTrouble((failure) => troubles.push(failure));
    await expect(client.call('library.new', {})).rejects.toMatchObject({ failure: { code: 'internal', details: { problem: 'fell over' } } });
    expect(troubles.map((failure) => failure.code)).toEqual(['internal']);
    expect(await client.call('view.save', VIEW)).toEqual(VIEW);
  });

  it('refuses a second long command with call.busy while one is in synchronous code', async () => {
    const client = startStubborn();
    const importing = client.call('library.import', { files: [] });
    await expect(client.call('library.sample', {})).rejects.toMatchObject({ failure: { code: 'call.busy' } });
    await Promise.all([client.cancel(), expect(importing).rejects.toThrow('Cancelled')]);
  });

  it('opens the library from the disk again in a new worker, also in the place of one that was ended', async () => {
    const dataFolder = temporaryFolder();
    const first = createWorkerClient({ dataFolder });
    await first.call('view.save', { view: { ...DEFAULT_VIEW_STATE, view: 'both' } });
    await first.close();
    const second = createWorkerClient({ dataFolder });
    onTestFinished(() => second.close());
    expect((await second.call('library.state', {})).view.view).toBe('both');
  });
});
