import { create } from 'zustand';

/** The id of the node under the pointer, or null. Apart from the other stores because it changes with every move. */
export const useHover = create<{ id: string | null }>()(() => ({ id: null }));
