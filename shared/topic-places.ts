import { colourDistance, labOf } from './colour.ts';
import { leastDistance } from './colour-vision.ts';
import type { Point } from './hull.ts';
import { PALETTE_SIZE, topicColour } from './palette.ts';
import { mainTopics, type MapTopic, type TopicMap } from './topic-map.ts';

/** The part of a map that topics' colours follow from. */
type ColouredMap = Pick<TopicMap, 'topics' | 'papers'>;

/** Topics nearest to each, whose colours must not look like its own. */
const NEIGHBOURS = 5;
/** Colours closer than this look alike to some eyes (leastDistance). */
const ALIKE = 0.045;

const ALL_PLACES = Array.from({ length: PALETTE_SIZE }, (_, place) => place);

const known = new WeakMap<TopicMap['topics'], ReadonlyMap<string, number>>();

/**
 * The place in the palette of each topic of a map, by id; sub-topics have their topic's. A topic keeps the place that it brings
 * (`colour`, else its place in the list) unless neighbours on the map would look alike: then as few as possible give way, each to a place
 * that differs most from those that others have. How large topics are changes no colour. Worked out once for each list of topics.
 */
export function topicPlaces(map: ColouredMap): ReadonlyMap<string, number> {
  const places = known.get(map.topics) ?? assignedPlaces(map);
  known.set(map.topics, places);
  return places;
}

function assignedPlaces(map: ColouredMap): ReadonlyMap<string, number> {
  const topics = mainTopics(map).map((topic, index): Wish => ({ id: topic.id, papers: topic.papers, wanted: (topic.colour ?? index) % PALETTE_SIZE }));
  const neighbours = neighboursOf(map, mainTopics(map));
  const { keep, giveWay } = divided(topics.toSorted((a, b) => a.wanted - b.wanted || b.papers - a.papers), neighbours);
  const places = new Map(keep.map(({ id, wanted }) => [id, wanted]));
  for (const { id, wanted } of giveWay) places.set(id, placeAmong(neighbours.get(id) ?? [], wanted, places));
  for (const { id, parent } of map.topics) if (parent !== undefined) places.set(id, places.get(parent) ?? 0);
  return places;
}

interface Wish {
  id: string;
  papers: number;
  wanted: number;
}

/** Topics that keep the places they want, and those that give way, so that few do: first who looks like most neighbours, of equals the later one. */
function divided(topics: readonly Wish[], neighbours: ReadonlyMap<string, string[]>): { keep: Wish[]; giveWay: Wish[] } {
  const keep = [...topics];
  const giveWay: Wish[] = [];
  const clashes = (one: Wish) => keep.filter((other) => other !== one && (other.wanted === one.wanted || (neighbours.get(one.id)?.includes(other.id) === true && isAlike(one.wanted, other.wanted)))).length;
  for (;;) {
    let worst: { wish: Wish; clashes: number } | null = null;
    for (const wish of keep) {
      const count = clashes(wish);
      if (count > 0 && count >= (worst?.clashes ?? 0)) worst = { wish, clashes: count };
    }
    if (!worst) return { keep, giveWay: giveWay.sort((a, b) => a.wanted - b.wanted || b.papers - a.papers) };
    keep.splice(keep.indexOf(worst.wish), 1);
    giveWay.push(worst.wish);
  }
}

/** A place that nobody has and no neighbour looks like, else one that no neighbour looks like, else the wanted one. */
function placeAmong(around: readonly string[], wanted: number, places: ReadonlyMap<string, number>): number {
  const taken = new Set(places.values());
  const clear = ALL_PLACES.filter((candidate) => around.every((id) => !isAlike(candidate, places.get(id))));
  const free = clear.filter((candidate) => !taken.has(candidate));
  return furthestFrom(taken, free) ?? furthestFrom(taken, clear) ?? wanted;
}

/** How much a colour's liveliness (chroma in OKLab, up to 0.2 here) counts beside its distance from others. */
const LIVELINESS = 1;

/** The candidate that differs most, to full vision, from the colours taken, and is lively; the first of equals. */
function furthestFrom(taken: ReadonlySet<number>, candidates: readonly number[]): number | undefined {
  let best: { place: number; worth: number } | undefined;
  for (const place of candidates) {
    const { a, b } = labOf(topicColour(place, 'light'));
    const worth = Math.min(...[...taken].map((other) => colourDistance(topicColour(place, 'light'), topicColour(other, 'light')))) + LIVELINESS * Math.hypot(a, b);
    if (!best || worth > best.worth) best = { place, worth };
  }
  return best?.place;
}

const distances = new Map<number, number>();

function isAlike(place: number, other: number | undefined): boolean {
  if (other === undefined) return false;
  const key = Math.min(place, other) * PALETTE_SIZE + Math.max(place, other);
  const distance = distances.get(key) ?? Math.min(...(['light', 'dark'] as const).map((theme) => leastDistance(topicColour(place, theme), topicColour(other, theme))));
  distances.set(key, distance);
  return distance < ALIKE;
}

/** For each topic the ids of those that lie nearest, and of those to which it is among the nearest. */
function neighboursOf({ papers }: ColouredMap, topics: readonly MapTopic[]): ReadonlyMap<string, string[]> {
  const discs = discsOf(papers, topics);
  const neighbours = new Map(discs.map(({ id }) => [id, new Set<string>()]));
  for (const disc of discs) {
    const gap = (other: Disc) => Math.hypot(other.x - disc.x, other.y - disc.y) - other.radius - disc.radius;
    const nearest = discs.filter((other) => other !== disc).sort((a, b) => gap(a) - gap(b)).slice(0, NEIGHBOURS);
    for (const { id } of nearest) {
      neighbours.get(disc.id)?.add(id);
      neighbours.get(id)?.add(disc.id);
    }
  }
  return new Map([...neighbours].map(([id, others]) => [id, [...others]]));
}

interface Disc extends Point {
  id: string;
  radius: number;
}

/** The middle of each topic's papers, and how far they lie from it. */
function discsOf(papers: TopicMap['papers'], topics: readonly MapTopic[]): Disc[] {
  const sums = new Map(topics.map(({ id }) => [id, { x: 0, y: 0, squares: 0, papers: 0 }]));
  for (const { topic, x, y } of papers) {
    const sum = sums.get(topic ?? '');
    if (!sum) continue;
    sum.x += x;
    sum.y += y;
    sum.squares += x * x + y * y;
    sum.papers++;
  }
  return [...sums].flatMap(([id, sum]) => {
    if (sum.papers === 0) return [];
    const x = sum.x / sum.papers;
    const y = sum.y / sum.papers;
    return [{ id, x, y, radius: Math.sqrt(2 * Math.max(0, sum.squares / sum.papers - x * x - y * y)) }];
  });
}
