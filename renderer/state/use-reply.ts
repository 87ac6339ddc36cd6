import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import type { CommandArguments, CommandName, CommandReply } from '../../shared/contract.ts';
import type { Reply } from '../../shared/failures.ts';
import { useOpenMap } from './library-store.ts';

/** The reply to a question about the open map; null until it is there. Asked again when the arguments or the map change. */
export function useReply<C extends CommandName>(command: C, args: CommandArguments<C>): Reply<CommandReply<C>> | null {
  const map = useOpenMap();
  const question = JSON.stringify([command, args]);
  const [answered, setAnswered] = useState<{ question: string; reply: Reply<CommandReply<C>> } | null>(null);
  useEffect(() => {
    if (!map) return undefined;
    let isWanted = true;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was put in comes out
    const [name, given] = JSON.parse(question) as [C, CommandArguments<C>];
    void call(name, given).then((reply) => {
      if (isWanted) setAnswered({ question, reply });
    });
    return () => {
      isWanted = false;
    };
  }, [question, map]);
  return answered?.question === question ? answered.reply : null;
}
