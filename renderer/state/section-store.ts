import { create } from 'zustand';

const STORED_AS = 'concept-atlas-closed-sections';

/** Titles of the sections of Details that the user closed; kept for all libraries of this browser. */
const useClosed = create<{ closed: readonly string[] }>()(() => ({ closed: storedTitles() }));

/** True while the section of this title is open. For components. */
export function useIsSectionOpen(title: string): boolean {
  return useClosed(({ closed }) => !closed.includes(title));
}

/** Closes an open section, opens a closed one, and remembers it. */
export function toggleSection(title: string): void {
  const { closed } = useClosed.getState();
  const next = closed.includes(title) ? closed.filter((other) => other !== title) : [...closed, title];
  useClosed.setState({ closed: next });
  localStorage.setItem(STORED_AS, JSON.stringify(next));
}

function storedTitles(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '[]');
    return Array.isArray(stored) ? stored.filter((title) => typeof title === 'string') : [];
  } catch {
    return [];
  }
}
