import type { CommandArguments, CommandName, CommandReply, FileRef, Progress } from '../../shared/contract.ts';
import type { Reply } from '../../shared/failures.ts';

/** A host as the contract suite sees it: what a page can do with it, over whichever transport. Its services are those of the web: no dialogs, downloads instead of places. */
export interface ContractHost {
  call(command: string, args: unknown): Promise<Reply<unknown>>;
  /** A reference for a file on disk, as the host gives one for an upload. */
  refer(path: string, name: string): Promise<FileRef>;
  onProgress(listener: (progress: Progress) => void): () => void;
  close(): Promise<void>;
}

export type StartHost = (dataFolder: string) => Promise<ContractHost>;

/** The value of a call that has to succeed. */
export async function valueOf<C extends CommandName>(host: ContractHost, command: C, args: CommandArguments<C>): Promise<CommandReply<C>> {
  const reply = await host.call(command, args);
  if (!reply.ok) throw new Error(`${command} failed with ${reply.failure.code}: ${reply.failure.message}`);
  return reply.value as CommandReply<C>;
}

/** The failure code of a call that has to be refused; its message must be a whole sentence. */
export async function refusalOf(host: ContractHost, command: string, args: unknown): Promise<string> {
  const reply = await host.call(command, args);
  if (reply.ok) throw new Error(`${command} was not refused`);
  if (!/^\P{Ll}.*[.]$/su.test(reply.failure.message) || /\{\w+\}/.test(reply.failure.message)) throw new Error(`no sentence: ${reply.failure.message}`);
  return reply.failure.code;
}
