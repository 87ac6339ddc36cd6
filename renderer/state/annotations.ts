import type { Annotation } from '../../shared/library-state.ts';
import { compareText } from '../../shared/text.ts';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { openLibrary, useLibrary } from './library-store.ts';

/** What can be starred, tagged and noted on. */
export type AnnotationTarget = Annotation['target'];

const NONE: readonly Annotation[] = [];
const NO_KEYS: string[] = [];

const byKey = new WeakMap<readonly Annotation[], ReadonlyMap<string, Annotation>>();

/** One word for a target, to look it up by. */
export function targetKey({ kind, id }: AnnotationTarget): string {
  return `${kind} ${id}`;
}

/** Annotations by targetKey; made once for each list. */
export function annotationsByKey(annotations: readonly Annotation[]): ReadonlyMap<string, Annotation> {
  const known = byKey.get(annotations);
  if (known) return known;
  const made = new Map(annotations.map((annotation) => [targetKey(annotation.target), annotation]));
  byKey.set(annotations, made);
  return made;
}

/** What the user noted on something; empty where that is nothing. */
export function annotationOf(annotations: readonly Annotation[], target: AnnotationTarget): Annotation {
  return annotationsByKey(annotations).get(targetKey(target)) ?? { target, starred: false, tags: [], note: '' };
}

/** True if all of them are starred. */
export function areStarred(annotations: readonly Annotation[], targets: readonly AnnotationTarget[]): boolean {
  return targets.length > 0 && targets.every((target) => annotationOf(annotations, target).starred);
}

/** Ids of the starred papers. */
export function starredPapers(annotations: readonly Annotation[]): string[] {
  return annotations.flatMap(({ target, starred }) => (starred && target.kind === 'paper' ? [target.id] : []));
}

/** All that has a star. */
export function starredTargets(annotations: readonly Annotation[]): AnnotationTarget[] {
  return annotations.filter(({ starred }) => starred).map(({ target }) => target);
}

/** All that has a star, for components; the same array for as long as the same things have one, whatever else is noted. */
export function useStarred(): readonly AnnotationTarget[] {
  const keys = useLibrary(useShallow((phase) => (phase.kind === 'open' ? starredTargets(phase.state.annotations).map(targetKey) : NO_KEYS)));
  return useMemo(() => keys.map(targetOfKey), [keys]);
}

function targetOfKey(key: string): AnnotationTarget {
  const [kind, id] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
  return { kind: kind === 'topic' || kind === 'concept' ? kind : 'paper', id };
}

/** All tags in use, in the order of the alphabet. */
export function tagsInUse(annotations: readonly Annotation[]): string[] {
  return [...new Set(annotations.flatMap(({ tags }) => tags))].sort(compareText);
}

/** Annotations of the open library. */
export function openAnnotations(): readonly Annotation[] {
  return openLibrary()?.annotations ?? NONE;
}

/** As openAnnotations, for components. */
export function useAnnotations(): readonly Annotation[] {
  return useLibrary((phase) => (phase.kind === 'open' ? phase.state.annotations : NONE));
}
