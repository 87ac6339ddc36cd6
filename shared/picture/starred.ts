import type { Annotation } from '../library-state.ts';
import type { TopicMap } from '../topic-map.ts';
import type { SceneGraph, SceneNode } from './scene-graph.ts';

type Targets = readonly Annotation['target'][];

/** The papers and concepts on a view that have a star. */
export function starredNodes({ byId }: SceneGraph, starred: Targets): Set<SceneNode> {
  return new Set(starred.flatMap(({ kind, id }) => {
    const node = byId.get(id);
    return node?.kind === kind ? node : [];
  }));
}

/** The topics of a map that have a star, as indices in map.topics. */
export function starredTopics({ topics }: TopicMap, starred: Targets): Set<number> {
  return new Set(starred.flatMap(({ kind, id }) => (kind === 'topic' ? topics.findIndex((topic) => topic.id === id) : [])).filter((place) => place >= 0));
}
