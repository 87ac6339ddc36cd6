import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { FileRef } from '../../shared/contract.ts';
import { AtlasError } from '../../shared/failures.ts';
import type { ResolvedFile } from '../engine/commands.ts';

/** A file behind a reference; `temporary` for an upload, which goes when the host ends. */
export type ReferredFile = ResolvedFile & { temporary: boolean };

export interface FileReferences {
  /** A new reference for a file; `name` is what the user calls it, its base name where not given. */
  issue(path: string, options?: { name?: string; temporary?: boolean }): FileRef;
  /** The file behind a reference issued here. Throws call.refused for any other. */
  resolve(ref: FileRef): ReferredFile;
}

/** Opaque references for files, so that a page never names a path: it can only give back what its host handed out. */
export function createFileReferences(): FileReferences {
  const files = new Map<string, ReferredFile>();
  return {
    issue(path, { name = basename(path), temporary = false } = {}) {
      const ref = randomUUID();
      files.set(ref, { path, name, temporary });
      return { ref, name: name.slice(0, 400) };
    },
    resolve({ ref }) {
      const file = files.get(ref);
      if (!file) throw new AtlasError('call.refused');
      return file;
    },
  };
}
