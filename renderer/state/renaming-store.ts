import { create } from 'zustand';

/** What is being renamed in its place in Details. */
export interface RenamingTarget {
  kind: 'topic' | 'concept';
  id: string;
}

export const useRenaming = create<{ target: RenamingTarget | null }>()(() => ({ target: null }));

/** Puts a text field in place of a name. */
export function beginRenaming(target: RenamingTarget): void {
  useRenaming.setState({ target });
}

/** Shows the name again. */
export function endRenaming(): void {
  useRenaming.setState({ target: null });
}
