import { useEffect } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import { call } from '../api/call.ts';
import type { ReviewItem } from '../../shared/answers.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { keepApart, keepWording, mergeConcepts, splitWording } from './correct-actions.ts';
import { keptOnMachine } from './kept-on-machine.ts';
import { useLibrary, type LibraryPhase } from './library-store.ts';

const MOST_ITEMS = 200;
/** Of more papers the engine needs more than a third of a second. */
const MOST_PAPERS_UNASKED = 1000;
const UNASKED_AFTER_MS = 4000;
const SETTLED_NAME = 'concept-atlas-review-settled';

/** What the user is asked to decide on. */
interface ReviewStore {
  /** The load of a library that all this is about: another one begins anew. */
  loads: number;
  /** Null until the engine has told them. */
  items: readonly ReviewItem[] | null;
  /** Why they could not be told; null where they could. */
  problem: string | null;
  /** The one whose keys work now; null for the first. */
  active: string | null;
  /** Passed over for now: shown again by the next start. */
  skipped: ReadonlySet<string>;
}

export const useReview = create<ReviewStore>()(() => ({ loads: 0, items: null, problem: null, active: null, skipped: new Set() }));

/** How many there are to decide on; null while that is not known. */
export function useReviewCount(): number | null {
  const loads = useLibrary(loadsOf);
  return useReview((review) => (review.loads === loads ? (review.items?.length ?? null) : null));
}

/** Sees to it that the number is known a while after a map came, where that is quick to find out; else once the tab is opened. */
export function useReviewInTime(map: TopicMap): void {
  useEffect(() => {
    if (map.papers.length > MOST_PAPERS_UNASKED) return undefined;
    const timer = setTimeout(() => void loadReview(), UNASKED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [map]);
}

function loadsOf(phase: LibraryPhase): number {
  return phase.kind === 'open' ? phase.loads : 0;
}

/** Decided on while the engine still works on it. */
const underWay = new Set<string>();

/** Joins found right before libraries kept such answers: they are still not asked about on this machine. */
let settledBefore: ReadonlySet<string> | null = null;

function settledItems(): ReadonlySet<string> {
  settledBefore ??= new Set(keptOnMachine(SETTLED_NAME, z.array(z.string())) ?? []);
  return settledBefore;
}

let question = 0;

/** Asks for what there is to decide on the map as it is now. What is listed already keeps its place. */
export async function loadReview(): Promise<void> {
  const asked = ++question;
  const loads = loadsOf(useLibrary.getState());
  if (useReview.getState().loads !== loads) useReview.setState({ loads, items: null, active: null, skipped: new Set() });
  const reply = await call('review.list', { limit: MOST_ITEMS });
  if (asked !== question) return;
  if (!reply.ok) {
    useReview.setState({ problem: reply.failure.message });
    return;
  }
  useReview.setState(({ items, skipped }) => ({ problem: null, items: inKeptOrder(items ?? [], reply.value.items).filter(({ id }) => !underWay.has(id) && !skipped.has(id) && !settledItems().has(id)) }));
}

/** Items as they are now, where those listed before keep their order among themselves; new ones have their own places. */
export function inKeptOrder(before: readonly ReviewItem[], now: readonly ReviewItem[]): ReviewItem[] {
  const byId = new Map(now.map((item) => [item.id, item]));
  const kept = before.flatMap(({ id }) => byId.get(id) ?? []);
  const listed = new Set(kept.map(({ id }) => id));
  let next = 0;
  return now.map((item) => (listed.has(item.id) ? (kept[next++] ?? item) : item));
}

/** The item after one, or the one before where it is the last; null where there is no other. */
export function neighbourOf(items: readonly ReviewItem[], id: string): string | null {
  const at = items.findIndex((item) => item.id === id);
  return (items[at + 1] ?? items[at - 1])?.id ?? null;
}

/** Makes an item the one whose keys work. */
export function activate(id: string): void {
  useReview.setState({ active: id });
}

/** Both are one: joined under the name of `into`, or left joined. */
export async function answerSame(item: ReviewItem, into: string): Promise<void> {
  const { concept, other, wording } = item;
  if (other !== null) await decide(item, () => mergeConcepts([concept.id, other.id], into));
  else if (wording !== null) await decide(item, () => keepWording(concept.id, wording));
}

/** They are two: never to be joined, or taken apart. */
export async function answerDifferent(item: ReviewItem): Promise<void> {
  const { concept, other, wording } = item;
  if (other !== null) await decide(item, () => keepApart([concept.id, other.id]));
  else if (wording !== null) await decide(item, () => splitWording(concept.id, wording));
}

/** Leaves it undecided for now. */
export function skipItem(item: ReviewItem): void {
  useReview.setState(({ skipped }) => ({ skipped: new Set([...skipped, item.id]) }));
  takeOff(item);
}

/** Lists again what was passed over. */
export async function showSkipped(): Promise<void> {
  useReview.setState({ skipped: new Set() });
  await loadReview();
}

/** Takes it off the list at once; where the engine refuses, it comes back with the next list. */
async function decide(item: ReviewItem, work: () => Promise<boolean>): Promise<void> {
  underWay.add(item.id);
  takeOff(item);
  const isDone = await work();
  underWay.delete(item.id);
  if (!isDone) await loadReview();
}

function takeOff({ id }: ReviewItem): void {
  useReview.setState(({ items }) => ({ active: neighbourOf(items ?? [], id), items: (items ?? []).filter((item) => item.id !== id) }));
}
