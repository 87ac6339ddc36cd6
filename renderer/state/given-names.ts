import { create } from 'zustand';
import type { RenamingTarget } from './renaming-store.ts';

/** Names of concepts that were given a moment ago, by id: papers are still being linked anew, and nothing is stored yet. */
const useGivenNames = create<{ names: ReadonlyMap<string, string> }>()(() => ({ names: new Map() }));

/** Shows a concept's name as soon as it is given, as one that is not settled, until the edit that gives it is done or has failed. */
export async function withGivenName<T>(concept: string, name: string, edit: () => Promise<T>): Promise<T> {
  useGivenNames.setState(({ names }) => ({ names: new Map([...names, [concept, name]]) }));
  try {
    return await edit();
  } finally {
    useGivenNames.setState(({ names }) => ({ names: new Map([...names].filter(([id, given]) => id !== concept || given !== name)) }));
  }
}

/** The name that was just given to a concept; null where none is on its way. Topics get theirs too soon for that. */
export function useGivenName({ kind, id }: RenamingTarget): string | null {
  return useGivenNames(({ names }) => (kind === 'concept' ? names.get(id) : null)) ?? null;
}
