import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import type { CommandArguments, CommandName, CommandReply } from '../../shared/contract.ts';
import type { Reply } from '../../shared/failures.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { useOpenMap } from './library-store.ts';

/** Replies kept for each map, so that going back shows at once what was there: the latest so many. */
const MOST_KEPT = 60;

const kept = new WeakMap<TopicMap, Map<string, Reply<unknown>>>();

/** The reply to a question about the open map; null until it is there. Asked again when the arguments or the map change. For questions whose answer the map alone decides. */
export function useReply<C extends CommandName>(command: C, args: CommandArguments<C>): Reply<CommandReply<C>> | null {
  const map = useOpenMap();
  const question = JSON.stringify([command, args]);
  const [answered, setAnswered] = useState<{ question: string; reply: Reply<CommandReply<C>> } | null>(null);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- replies are kept by the question that they answer
  const known = (map ? (kept.get(map)?.get(question) ?? null) : null) as Reply<CommandReply<C>> | null;
  useEffect(() => {
    if (!map || known) return undefined;
    let isWanted = true;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was put in comes out
    const [name, given] = JSON.parse(question) as [C, CommandArguments<C>];
    void call(name, given).then((reply) => {
      if (reply.ok) keep(map, question, reply);
      if (isWanted) setAnswered({ question, reply });
    });
    return () => {
      isWanted = false;
    };
  }, [question, map, known]);
  if (known) return known;
  return answered?.question === question ? answered.reply : null;
}

function keep(map: TopicMap, question: string, reply: Reply<unknown>): void {
  const replies = kept.get(map) ?? new Map<string, Reply<unknown>>();
  kept.set(map, replies.set(question, reply));
  const [oldest] = replies.keys();
  if (replies.size > MOST_KEPT && oldest !== undefined) replies.delete(oldest);
}
