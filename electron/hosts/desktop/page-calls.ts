import { app, ipcMain, type BrowserWindow } from 'electron';
import { z } from 'zod';
import type { FileRef } from '../../../shared/contract.ts';
import { makeFailure, type Reply } from '../../../shared/failures.ts';
import type { EncodedReply } from '../../../shared/reply-text.ts';
import type { FileReferences } from '../file-references.ts';
import { encodedReply, isEncoded, replyText } from '../sent-reply.ts';
import type { TemporaryFiles } from '../temporary-files.ts';
import { CALL_CHANNEL, LISTEN_CHANNEL, REFER_CHANNEL } from './channels.ts';
import { isFromOwnPage } from './security.ts';

export interface PageCallsParts {
  window: () => BrowserWindow | null;
  dispatch: (command: string, args: unknown) => Promise<Reply<unknown> | EncodedReply>;
  references: FileReferences;
  temporaryFiles: TemporaryFiles;
  onListening: (event: string) => void;
}

const describedFilesSchema = z.array(z.union([
  z.strictObject({ name: z.string().max(400), path: z.string().min(1).max(40_000) }),
  z.strictObject({ name: z.string().max(400), bytes: z.instanceof(Uint8Array) }),
])).max(10_000);

const openedLibrarySchema = z.object({ file: z.object({ ref: z.string(), name: z.string() }) });

/** Answers what the page calls, after making sure that it is our page that calls. */
export function answerPage({ window, dispatch, references, temporaryFiles, onListening }: PageCallsParts): void {
  ipcMain.handle(CALL_CHANNEL, async (event, command: unknown, args: unknown): Promise<Reply<unknown> | string> => {
    if (!isFromOwnPage(event, window())) return { ok: false, failure: makeFailure('call.refused') };
    const reply = await dispatch(String(command), args);
    if (reply.ok && command === 'library.open') app.addRecentDocument(references.resolve(openedLibrarySchema.parse(args).file).path);
    if (isEncoded(reply)) return replyText(reply);
    return reply.ok && holdsLibrary(reply.value) ? replyText(encodedReply(reply)) : reply;
  });

  ipcMain.handle(REFER_CHANNEL, async (event, files: unknown): Promise<FileRef[]> => {
    const described = describedFilesSchema.safeParse(files);
    if (!isFromOwnPage(event, window()) || !described.success) throw new Error(makeFailure('call.refused').message);
    return Promise.all(described.data.map(async (file) => {
      if ('path' in file) return references.issue(file.path);
      return references.issue(await temporaryFiles.write(file.name, [file.bytes]), { name: file.name, temporary: true });
    }));
  });

  ipcMain.on(LISTEN_CHANNEL, (event, name: unknown) => {
    if (isFromOwnPage(event, window())) onListening(String(name));
  });
}

/** Whether a reply is a library's state, or has one: large, so it goes as text. */
function holdsLibrary(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ('recent' in value && Array.isArray(value.recent)) || ('state' in value && holdsLibrary(value.state));
}
