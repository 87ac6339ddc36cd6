import type { CommandArguments, CommandName, CommandReply, EventMap, EventName, FileRef } from '../../shared/contract.ts';
import { failureOf, type Reply } from '../../shared/failures.ts';
import { bridge } from './bridge.ts';
import { readReplyText } from './reply-text.ts';

/** Runs a command of the contract. Never rejects: what goes wrong, on the way too, comes back as a failure. */
export async function call<C extends CommandName>(command: C, args: CommandArguments<C>): Promise<Reply<CommandReply<C>>> {
  try {
    const reply = await bridge().call(command, args);
    return (typeof reply === 'string' ? await readReplyText(reply) : reply) as Reply<CommandReply<C>>;
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** Calls the listener with each event of that name from now on; gives the function that ends it. */
export function listen<E extends EventName>(event: E, listener: (payload: EventMap[E]) => void): () => void {
  return bridge().on(event, (payload) => listener(payload as EventMap[E]));
}

/** References that commands take for files which the user dropped or chose. Never rejects. */
export async function refer(files: readonly File[]): Promise<Reply<FileRef[]>> {
  try {
    return { ok: true, value: await bridge().refer([...files]) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}
