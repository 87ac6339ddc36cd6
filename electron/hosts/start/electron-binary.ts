import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder of the installed electron package, which has everything but the binary; null where it is not installed. */
export function electronPackageFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** Full path of Electron's binary, where it has been fetched; null where not. Reads what the package's own index.js reads, which would fetch it. */
export function electronBinary(packageFolder: string | null = electronPackageFolder(), environment: NodeJS.ProcessEnv = process.env): string | null {
  if (packageFolder === null) return null;
  const pathFile = join(packageFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const binary = join(environment.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageFolder, 'dist'), name);
  return existsSync(binary) ? binary : null;
}
