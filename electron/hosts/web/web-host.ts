import { join, resolve } from 'node:path';
import { createDispatch } from '../dispatch.ts';
import { createFileReferences } from '../file-references.ts';
import { builtPageFolder } from '../page-files.ts';
import { createTemporaryFiles } from '../temporary-files.ts';
import { createWorkerClient } from '../worker/worker-client.ts';
import { createEventStream } from './event-stream.ts';
import { builtPage, sourcePage } from './page-handlers.ts';
import { startWebServer } from './server.ts';
import { createWebServices } from './web-services.ts';

export interface WebHostOptions {
  /** Folder of the user's data. */
  dataFolder: string;
  /** Files to open, as paths. */
  files: readonly string[];
  /** Serve the page from its sources, with hot reload. */
  dev: boolean;
}

export interface WebHost {
  /** A new address that lets one browser in, once. */
  oneTimeAddress(): string;
  /** Resolves when the page has asked the host to end. */
  stopAsked: Promise<void>;
  /** Cancels what runs, closes the library, removes uploads. */
  close(): Promise<void>;
}

/** The engine behind a loopback server, ready for a browser. */
export async function startWebHost({ dataFolder, files, dev }: WebHostOptions): Promise<WebHost> {
  const engine = createWorkerClient({ dataFolder });
  const events = createEventStream();
  const references = createFileReferences();
  const temporaryFiles = createTemporaryFiles();
  const stop = Promise.withResolvers<void>();
  engine.onProgress((progress) => events.send('progress', progress));
  engine.onTrouble((failure) => events.send('trouble', failure));
  if (files.length > 0) events.send('files.open', { files: files.map((file) => references.issue(resolve(file))) });
  const server = await startWebServer({
    dispatch: createDispatch({ engine, services: createWebServices(references, dataFolder) }),
    events,
    references,
    temporaryFiles,
    page: dev ? (http) => sourcePage(http, join(import.meta.dirname, '..', '..', '..')) : () => builtPage(builtPageFolder()),
    onStop: stop.resolve,
  });
  return {
    oneTimeAddress: () => server.oneTimeAddress(),
    stopAsked: stop.promise,
    async close() {
      await server.close();
      await engine.cancel();
      await engine.close();
      await temporaryFiles.removeAll();
    },
  };
}
