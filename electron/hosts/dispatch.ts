import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { COMMAND_ARGUMENTS, type CheckedArguments, type CommandName, type CommandReply, type FileRef } from '../../shared/contract.ts';
import type { FileBytes } from '../../shared/export-options.ts';
import { AtlasError, failureOf, type Reply } from '../../shared/failures.ts';
import type { EncodedReply } from '../../shared/reply-text.ts';
import type { EngineArguments, EngineClient, EngineReplies, ResolvedFile, SharedEngineCommand } from '../engine/commands.ts';
import type { HostServices } from './services.ts';

export interface DispatchParts {
  engine: EngineClient;
  services: HostServices;
}

export type Dispatch = (command: unknown, args: unknown) => Promise<Reply<unknown> | EncodedReply>;

/** Commands of the engine whose files the host resolves first. */
type FileCommand = 'library.open' | 'library.import' | 'thesaurus.add';
type FileHandlers = { [C in FileCommand]: (args: CheckedArguments<C>) => Promise<Reply<unknown> | EncodedReply> };
type OwnCommand = Exclude<CommandName, SharedEngineCommand | FileCommand>;
type Handlers = { [C in OwnCommand]: (args: CheckedArguments<C>) => CommandReply<C> | Promise<CommandReply<C>> };

const LIBRARY_MEDIA_TYPE = 'application/vnd.sqlite3';

/**
 * The one door between a page and everything else: checks the command and its arguments, does what is the host's, passes the
 * rest on to the engine, whose replies go on as they came, and makes a reply of whatever else comes of it. Never throws.
 */
export function createDispatch({ engine, services }: DispatchParts): Dispatch {
  const handlers = hostHandlers(engine, services);
  const withFiles = fileHandlers(engine, services);
  return async (command, args) => {
    try {
      const name = checkedName(command);
      const checked = checkedArguments(name, args);
      return await perform(name, checked);
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  };

  async function perform(name: CommandName, args: unknown): Promise<Reply<unknown> | EncodedReply> {
    if (isOwn(name)) return { ok: true, value: await (handlers[name] as (checked: unknown) => unknown)(args) };
    if (takesFiles(name)) return (withFiles[name] as (checked: unknown) => Promise<Reply<unknown> | EncodedReply>)(args);
    return engine.ask(name, args as EngineArguments[SharedEngineCommand]);
  }

  function takesFiles(name: CommandName): name is FileCommand {
    return Object.hasOwn(withFiles, name);
  }

  function isOwn(name: CommandName): name is OwnCommand {
    return Object.hasOwn(handlers, name);
  }
}

function checkedName(command: unknown): CommandName {
  if (typeof command === 'string' && Object.hasOwn(COMMAND_ARGUMENTS, command)) return command as CommandName;
  throw new AtlasError('call.unknown', { command: String(command).slice(0, 100) });
}

function checkedArguments(command: CommandName, args: unknown): unknown {
  const checked = COMMAND_ARGUMENTS[command].safeParse(args ?? {});
  if (checked.success) return checked.data;
  throw new AtlasError('call.arguments', { command, problem: problemOf(checked.error) });
}

/** The first thing wrong, with the place it is in: "edit.nodes.0.x: Invalid input: expected number, received string". */
function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return error.message;
  return issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ${issue.message}` : issue.message;
}

function fileHandlers(engine: EngineClient, services: HostServices): FileHandlers {
  const resolved = (files: readonly FileRef[]): ResolvedFile[] => files.map((file) => services.resolve(file)).map(({ path, name }) => ({ path, name }));
  return {
    'library.open': async ({ file }) => {
      const { path, name, temporary } = services.resolve(file);
      return engine.ask('library.open', { file: { path, name }, copy: temporary });
    },
    'library.import': async ({ files }) => engine.ask('library.import', { files: resolved(files) }),
    'thesaurus.add': async ({ files }) => engine.ask('thesaurus.add', { files: resolved(files) }),
  };
}

function hostHandlers(engine: EngineClient, services: HostServices): Handlers {
  return {
    'host.info': () => services.info(),
    'host.chooseFiles': async ({ purpose }) => ({ files: await services.chooseFiles(purpose) }),
    'host.saveFile': async ({ name, bytes }) => ({ place: await services.saveFile(name, bytes) }),
    'host.openLink': async ({ url }) => {
      await services.openLink(url);
      return null;
    },
    'host.setTheme': ({ theme }) => {
      services.setTheme(theme);
      return null;
    },
    'host.setGuide': ({ guide }) => {
      services.setGuide(guide);
      return null;
    },
    'host.showMenu': ({ menu }) => {
      services.showMenu(menu);
      return null;
    },
    'library.saveAs': () => saveLibrary(engine, services),
    'job.cancel': async () => ({ cancelled: await engine.cancel() }),
  };
}

async function saveLibrary(engine: EngineClient, services: HostServices): Promise<CommandReply<'library.saveAs'>> {
  const state = await engine.call('library.state', {});
  const place = await services.choosePlaceForLibrary(state.name);
  if (place === null) return { state, file: null };
  if (place !== 'download') return { state: await engine.call('library.saveAs', { path: place, copy: false }), file: null };
  return downloadLibrary(engine, state.name);
}

/** A copy of the library as bytes, for a page that saves it itself. */
async function downloadLibrary(engine: EngineClient, name: string): Promise<{ state: EngineReplies['library.saveAs']; file: FileBytes }> {
  const folder = await mkdtemp(join(tmpdir(), 'concept-atlas-'));
  try {
    const path = join(folder, 'library.atlas');
    const state = await engine.call('library.saveAs', { path, copy: true });
    const bytes = new Uint8Array(await readFile(path));
    return { state, file: { name: `${name}.atlas`, mediaType: LIBRARY_MEDIA_TYPE, bytes } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
