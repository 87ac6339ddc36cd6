import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All that a build is made of, relative to the project's folder. */
const BUILT_FROM = new Set(['electron', 'renderer', 'shared', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']);

/** A hash over names and contents of everything that a build is made of: equal stamps, equal builds. */
export function sourceStamp(projectFolder: string): string {
  const hash = createHash('sha256');
  for (const file of sourceFiles(projectFolder)) hash.update(`${file}\0`).update(readFileSync(join(projectFolder, file))).update('\0');
  return hash.digest('hex');
}

function sourceFiles(projectFolder: string): string[] {
  const all = readdirSync(projectFolder, { withFileTypes: true }).filter((entry) => BUILT_FROM.has(entry.name));
  const files = all.flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    const inside = readdirSync(join(projectFolder, entry.name), { recursive: true, withFileTypes: true });
    return inside.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name).slice(projectFolder.length + 1));
  });
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}
