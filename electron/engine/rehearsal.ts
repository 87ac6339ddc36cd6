import type { MapSettings } from '../../shared/settings.ts';
import { correctConcepts } from './corrections/correct-concepts.ts';
import { referenceTo } from './corrections/concept-correction.ts';
import { linkForMapAndTopics, linkOptions } from './graph/link-papers.ts';
import { knowNear, knownNear } from './graph/near-concepts-of.ts';
import type { KnownMap } from './groundwork.ts';
import { UNWATCHED, type Concept, type ConceptIndex, type SparseRows } from './model.ts';
import { finishMap, type BuiltMap } from './pipeline.ts';
import { topicsOfGraph } from './topics-of-graph.ts';
import { knownTopics } from './topics/follow-topics.ts';
import { settlePapers } from './topics/settle-papers.ts';

/** Papers of each rehearsal: what runs for the first time takes longest. */
const PAPERS = [16, 30, 50, 80, 100, 120];

/** Widespread concepts that a rehearsed correction joins. */
const JOINED = [3, 4] as const;

/**
 * Makes maps of a few papers of a collection, each then corrected, for nothing but that the code that makes them has run: until then the engine of JavaScript reads it
 * step by step, which made the first correction after opening a library twice as slow as the second. `goesOn` is asked between two pieces of some 20 ms, and may end it. Gives whether it was
 * done to the end.
 */
export async function rehearse({ papers, index, settings }: Pick<KnownMap, 'papers' | 'index' | 'settings'>, goesOn: () => Promise<boolean>): Promise<boolean> {
  let from = 0;
  for (const count of PAPERS) {
    if (from + count > papers.length) return false;
    const part = partOf(index, from, from + count, settings);
    const some = { papers: papers.slice(from, from + count), settings };
    const built = await goThrough({ ...some, index: part }, null, goesOn);
    if (!built || !(await goThrough({ ...some, index: corrected(part) }, built, goesOn))) return false;
    from += count;
  }
  return true;
}

/** Links, topics and the finished map, a pause before each; null where it does not go on. */
async function goThrough(some: Pick<BuiltMap, 'papers' | 'settings' | 'index'>, earlier: BuiltMap | null, goesOn: () => Promise<boolean>): Promise<BuiltMap | null> {
  const { papers, settings, index } = some;
  if (!(await goesOn())) return null;
  const graph = linkForMapAndTopics(index, linkOptions(settings), UNWATCHED, earlier);
  if (!(await goesOn())) return null;
  const partition = topicsOfGraph(graph, papers.length, settings, UNWATCHED);
  settlePapers(partition.topicOf, graph.topicLinks, graph.profiles, UNWATCHED);
  if (!(await goesOn())) return null;
  const previous = earlier && new Map([...earlier.map.papers, ...earlier.map.concepts].map(({ id, x, y }) => [id, { x, y }]));
  return finishMap({ ...some, graph, partition, earlier }, previous, earlier && knownTopics(earlier.map), {}, UNWATCHED);
}

function corrected(index: ConceptIndex): ConceptIndex {
  const frequent = index.concepts.toSorted((a, b) => b.papers - a.papers);
  const [one, other] = JOINED.map((place) => frequent[place] as Concept);
  if (!one || !other) return index;
  return correctConcepts(index, [{ kind: 'merge-concepts', concepts: [referenceTo(one)], into: referenceTo(other) }], () => null).index;
}

/** A range of papers with the concepts that they have, and what is known of the company that these keep. */
function partOf(index: ConceptIndex, from: number, to: number, settings: MapSettings): ConceptIndex {
  const rows = rowsOf(index.paperConcepts, from, to);
  const places = new Map([...new Set(rows.indices)].sort((a, b) => a - b).map((concept, place) => [concept, place]));
  const placesOf = (concepts: Iterable<number>) => Array.from(concepts).flatMap((concept) => places.get(concept) ?? []);
  const concepts = [...places.keys()].map((concept): Concept => {
    const { broader, ...own } = index.concepts[concept] as Concept;
    return { ...own, broader: placesOf(broader) };
  });
  const none = new Uint32Array(0);
  const mentions = { offsets: new Uint32Array(to - from + 1), concept: none, field: new Uint8Array(0), start: none, end: none };
  const part: ConceptIndex = { concepts, paperConcepts: { ...rows, indices: Uint32Array.from(placesOf(rows.indices)) }, mentions, ...(index.paperWords ? { paperWords: rowsOf(index.paperWords, from, to) } : {}) };
  const options = linkOptions(settings);
  const near = knownNear(index.derived?.from ?? index, options);
  if (near && !index.derived) knowNear(part, options, nearOf(near, places));
  return part;
}

function rowsOf({ offsets, indices, values }: SparseRows, from: number, to: number): SparseRows {
  const [start, end] = [offsets[from] as number, offsets[to] as number];
  return { offsets: offsets.slice(from, to + 1).map((offset) => offset - start), indices: indices.slice(start, end), values: values.slice(start, end) };
}

/** Near concepts among some, in their new numbers. */
function nearOf(near: SparseRows, places: ReadonlyMap<number, number>): SparseRows {
  const offsets = new Uint32Array(places.size + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (const [concept, place] of places) {
    for (let entry = near.offsets[concept] as number; entry < (near.offsets[concept + 1] as number); entry++) {
      const other = places.get(near.indices[entry] as number);
      if (other === undefined) continue;
      indices.push(other);
      values.push(near.values[entry] as number);
    }
    offsets[place + 1] = indices.length;
  }
  return { offsets, indices: Uint32Array.from(indices), values: Float32Array.from(values) };
}
