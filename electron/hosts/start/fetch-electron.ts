import { createRequire } from 'node:module';
import { join } from 'node:path';
import { electronPackageFolder } from './electron-binary.ts';

/*
 * A process of its own that fetches Electron's binary: into the cache first, with a message to its parent for each sign of life,
 * then by the package's own installer, which finds it there. Its parent ends it when no sign comes.
 */

/** Unpacking is told of as well: on a slow disk it takes a while. */
const UNPACKING_SIGN_MS = 2000;

interface ElectronGet {
  downloadArtifact(details: {
    version: string;
    artifactName: string;
    platform: string;
    arch: string;
    cacheRoot: string | undefined;
    checksums: Record<string, string>;
    downloadOptions: { quiet: boolean; getProgressCallback: (progress: { percent: number }) => Promise<void> };
  }): Promise<string>;
}

const folder = electronPackageFolder();
if (folder === null) throw new Error('electron is not installed');
const requireFromElectron = createRequire(join(folder, 'package.json'));
const electronGet = requireFromElectron('@electron/get') as ElectronGet;

await electronGet.downloadArtifact({
  version: (requireFromElectron('./package.json') as { version: string }).version,
  artifactName: 'electron',
  platform: process.env.npm_config_platform ?? process.platform,
  arch: process.env.npm_config_arch ?? process.arch,
  cacheRoot: process.env.electron_config_cache,
  checksums: requireFromElectron('./checksums.json') as Record<string, string>,
  downloadOptions: {
    quiet: true,
    getProgressCallback({ percent }) {
      process.send?.({ percent });
      return Promise.resolve();
    },
  },
});
setInterval(() => process.send?.({ percent: 1 }), UNPACKING_SIGN_MS).unref();
process.channel?.unref();
requireFromElectron('./install.js');
