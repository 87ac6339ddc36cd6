import { create } from 'zustand';

/** Ids of the concepts that are chosen in their table, in the order in which they were; for commands on several at once. */
export const useChosenConcepts = create<{ ids: readonly string[] }>()(() => ({ ids: [] }));

/** Chooses these concepts and no others. */
export function chooseConcepts(ids: readonly string[]): void {
  useChosenConcepts.setState({ ids });
}
