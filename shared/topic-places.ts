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
 * (`colour`, else its place in the list) unless a neighbour on the map with an earlier place would look alike: then one that does not,
 * that no other brings, and that differs most from those that others have. At an import the largest topic has the first place; which topics are larger after a correction changes no colour. Worked out once for each list of topics.
 */
export function topicPlaces(map: ColouredMap): ReadonlyMap<string, number> {
  const places = known.get(map.topics) ?? assignedPlaces(map);
  known.set(map.topics, places);
  return places;
}

function assignedPlaces(map: ColouredMap): ReadonlyMap<string, number> {
  const topics = mainTopics(map).map((topic, index) => ({ topic, wanted: (topic.colour ?? index) % PALETTE_SIZE }));
  const neighbours = neighboursOf(map, topics.map(({ topic }) => topic));
  const taken = new Set<number>();
  const places = new Map<string, number>();
  const wishes = new Set(topics.map(({ wanted }) => wanted));
  const isClear = (place: number, around: readonly string[]) => around.every((id) => !isAlike(place, places.get(id)));
  for (const { topic, wanted } of topics.toSorted((a, b) => a.wanted - b.wanted || b.topic.papers - a.topic.papers)) {
    const around = neighbours.get(topic.id) ?? [];
    const clear = ALL_PLACES.filter((candidate) => isClear(candidate, around));
    const free = clear.filter((candidate) => !taken.has(candidate));
    const unwished = free.filter((candidate) => !wishes.has(candidate));
    const place = free.includes(wanted) ? wanted : (furthestFrom(new Set([...taken, ...wishes]), unwished) ?? furthestFrom(taken, free) ?? furthestFrom(taken, clear) ?? wanted);
    taken.add(place);
    places.set(topic.id, place);
  }
  for (const { id, parent } of map.topics) if (parent !== undefined) places.set(id, places.get(parent) ?? 0);
  return places;
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
