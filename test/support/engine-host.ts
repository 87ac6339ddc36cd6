import type { EngineClient } from '../../electron/engine/commands.ts';
import { createDispatch } from '../../electron/hosts/dispatch.ts';
import { createFileReferences } from '../../electron/hosts/file-references.ts';
import { plainReply } from '../../electron/hosts/sent-reply.ts';
import type { HostServices } from '../../electron/hosts/services.ts';
import { AtlasError } from '../../shared/failures.ts';
import type { ContractHost } from '../contract/host.ts';

const noDialogs = () => Promise.reject(new AtlasError('host.noDialogs'));

/** A host without a transport: an engine behind dispatch, with services like those of the web. */
export function engineHost(engine: EngineClient, services: Partial<HostServices> = {}): ContractHost {
  const references = createFileReferences();
  const dispatch = createDispatch({
    engine,
    services: {
      info: () => ({ kind: 'web', version: '0.0.0', platform: 'test', theme: 'system', guide: 'seen' }),
      resolve: references.resolve.bind(references),
      chooseFiles: noDialogs,
      saveFile: noDialogs,
      choosePlaceForLibrary: () => Promise.resolve('download'),
      openLink: () => Promise.resolve(),
      setTheme: () => undefined,
      setGuide: () => undefined,
      showMenu: () => undefined,
      ...services,
    },
  });
  return {
    call: async (command, args) => plainReply(await dispatch(command, args)),
    refer: (path, name) => Promise.resolve(references.issue(path, { name, temporary: true })),
    onProgress: (listener) => engine.onProgress(listener),
    close: () => engine.close(),
  };
}
