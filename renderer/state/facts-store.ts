import { useEffect } from 'react';
import { create } from 'zustand';
import { call } from '../api/call.ts';
import type { PaperFacts } from '../../shared/details.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { sayFailed } from './message-store.ts';

type Facts = ReadonlyMap<string, PaperFacts>;

const useFactsStore = create<{ map: TopicMap | null; facts: Facts | null }>()(() => ({ map: null, facts: null }));

/** Facts of the map's papers by id, for those who want them; null until they have come. Asked for once for each map, and only when wanted. */
export function useFacts(map: TopicMap, isWanted: boolean): Facts | null {
  const known = useFactsStore();
  useEffect(() => {
    if (isWanted) void loadFacts(map);
  }, [map, isWanted]);
  return known.map === map ? known.facts : null;
}

/** Asks for the facts of a map's papers unless they are known or on their way. */
async function loadFacts(map: TopicMap): Promise<void> {
  if (useFactsStore.getState().map === map) return;
  useFactsStore.setState({ map, facts: null });
  const reply = await call('papers.facts', {});
  if (useFactsStore.getState().map !== map) return;
  if (reply.ok) useFactsStore.setState({ facts: new Map(reply.value.papers.map((paper) => [paper.id, paper])) });
  else sayFailed(reply.failure);
}
