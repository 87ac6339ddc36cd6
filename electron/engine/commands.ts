import type { CheckedArguments, CommandName, CommandReplies, Progress } from '../../shared/contract.ts';
import type { LibraryState } from '../../shared/library-state.ts';
import type { Reply } from '../../shared/failures.ts';
import type { EncodedReply } from '../../shared/reply-text.ts';

/** A file that a host has resolved from one of its references. */
export interface ResolvedFile {
  path: string;
  name: string;
}

/** Commands that the hosts pass on to the engine unchanged. */
export type SharedEngineCommand = Exclude<
  CommandName,
  `host.${string}` | 'library.open' | 'library.import' | 'library.saveAs' | 'thesaurus.add' | 'job.cancel'
>;

type SharedEngineArguments = { [C in SharedEngineCommand]: CheckedArguments<C> };
type SharedEngineReplies = { [C in SharedEngineCommand]: CommandReplies[C] };

/** The engine's commands and arguments: the contract's, with files already resolved to paths. */
export interface EngineArguments extends SharedEngineArguments {
  'library.open': { file: ResolvedFile; /** True for a temporary upload, which is copied into the data folder. */ copy: boolean };
  'library.import': { files: ResolvedFile[] };
  'thesaurus.add': { files: ResolvedFile[] };
  'library.saveAs': { path: string; /** True to leave the library where it is and only write a copy. */ copy: boolean };
}

export interface EngineReplies extends SharedEngineReplies {
  'library.open': LibraryState;
  'library.import': CommandReplies['library.import'];
  'thesaurus.add': CommandReplies['thesaurus.add'];
  'library.saveAs': LibraryState;
}

export type EngineCommand = keyof EngineArguments;

/** The engine as a host sees it, in the same thread or behind a worker. Calls fail with AtlasError. */
export interface EngineClient {
  call<C extends EngineCommand>(command: C, args: EngineArguments[C]): Promise<EngineReplies[C]>;
  /** As call, but gives the reply as it is to go on to a page: as text where it came as such. */
  ask<C extends EngineCommand>(command: C, args: EngineArguments[C]): Promise<Reply<unknown> | EncodedReply>;
  /** Stops the running long command; true if there was one. It then fails with call.cancelled. */
  cancel(): Promise<boolean>;
  onProgress(listener: (progress: Progress) => void): () => void;
  /** Finishes what is running, closes the library. */
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Folder of the user's data: unsaved libraries, the list of recent ones. Created when missing. */
  dataFolder: string;
}
