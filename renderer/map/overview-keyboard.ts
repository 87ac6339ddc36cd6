import type { TopicBubble } from '../../shared/picture/overview.ts';
import type { Selection } from '../../shared/settings.ts';
import type { MapKey } from './keys.ts';
import type { MapState } from './map-state.ts';
import { mostLinked, nearestTowards } from './walk.ts';

/** What keys make the overview do. */
export interface OverviewActions {
  select(selection: Selection): void;
  /** Zooms into a topic. */
  open(selection: Selection): void;
  /** Shows a bubble as the one that the keyboard is on, without selecting it. */
  point(bubble: TopicBubble): void;
  menu(bubble: TopicBubble): void;
  isWellInSight(bubble: TopicBubble): boolean;
}

/** Does what a key means while topics are shown as bubbles: arrows walk from topic to topic, Enter zooms into one. Gives whether the key was used. */
export function pressInOverview(key: MapKey, state: MapState, actions: OverviewActions): boolean {
  const { bubbles } = state.grounds.overview;
  const { picking } = state.scene;
  const from = (picking && state.hoveredBubble) ?? standingBubble(state);
  const goTo = (bubble: TopicBubble | null): boolean => {
    if (!bubble) return false;
    if (picking) actions.point(bubble);
    else actions.select(selectionOf(bubble));
    if (!actions.isWellInSight(bubble)) actions.open(selectionOf(bubble));
    return true;
  };
  if (key.kind === 'home' || (key.kind === 'choose' && !from)) return goTo(mostLinked(bubbles));
  if (key.kind === 'walk') return goTo(from ? nearestTowards(bubbles, from, key.direction) : mostLinked(bubbles)) || true;
  if (!from || (key.kind !== 'choose' && key.kind !== 'menu')) return false;
  if (key.kind === 'choose' && (picking === 'topics' || picking === 'both')) actions.select(selectionOf(from));
  else if (key.kind === 'choose') actions.open(selectionOf(from));
  else actions.menu(from);
  return true;
}

function selectionOf({ id }: TopicBubble): Selection {
  return { kind: 'topic', id };
}

/** The bubble of the selected topic, or of the topic that holds what is selected; null for none. */
function standingBubble({ scene, graph, grounds }: MapState): TopicBubble | null {
  const { selection } = scene;
  if (selection?.kind === 'topic') {
    const topic = graph.map.topics.find(({ id }) => id === selection.id);
    return grounds.overview.bubbles.find(({ id }) => id === topic?.id || id === topic?.parent) ?? null;
  }
  const node = selection && 'id' in selection ? graph.byId.get(selection.id) : undefined;
  return grounds.overview.bubbles.find(({ topic }) => topic === node?.topic) ?? null;
}
