import { announce } from './announce-store.ts';
import { annotationOf, areStarred, openAnnotations, type AnnotationTarget } from './annotations.ts';
import { applyEdit } from './edit-actions.ts';

const QUIET = { task: null, says: null };

/** Stars what is not starred yet; where all are, takes the stars away. */
export async function toggleStar(targets: readonly AnnotationTarget[]): Promise<void> {
  if (targets.length === 0) return;
  const starred = !areStarred(openAnnotations(), targets);
  const wanted = targets.filter((target) => annotationOf(openAnnotations(), target).starred !== starred);
  const isDone = await applyEdit({ kind: 'annotate', targets: wanted, starred }, QUIET);
  if (isDone) announce(starred ? 'Starred' : 'Star taken away');
}

/** Gives something exactly these tags. */
export async function setTags(target: AnnotationTarget, tags: readonly string[]): Promise<void> {
  const { tags: before } = annotationOf(openAnnotations(), target);
  const { added, removed } = tagChanges(before, tags);
  if (added.length + removed.length === 0) return;
  await applyEdit({ kind: 'annotate', targets: [target], ...(added.length > 0 ? { addTags: added } : {}), ...(removed.length > 0 ? { removeTags: removed } : {}) }, QUIET);
}

/** Keeps a note; an empty one is taken away. True when it was kept. */
export function setNote(target: AnnotationTarget, note: string): Promise<boolean> {
  return applyEdit({ kind: 'annotate', targets: [target], note }, QUIET);
}

/** What makes the second list of tags out of the first. Tags are the same whatever their case: the wording that was there first stays. */
export function tagChanges(before: readonly string[], after: readonly string[]): { added: string[]; removed: string[] } {
  const fold = (tag: string) => tag.trim().toLowerCase();
  const had = new Set(before.map(fold));
  const has = new Set(after.map(fold));
  const added = after.map((tag) => tag.trim()).filter((tag, place, all) => tag !== '' && !had.has(fold(tag)) && all.findIndex((other) => fold(other) === fold(tag)) === place);
  return { added, removed: before.filter((tag) => !has.has(fold(tag))) };
}
