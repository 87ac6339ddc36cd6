import { create } from 'zustand';

/** The id of the node that the keyboard stands on without having selected it; null for none. */
export const useMapFocus = create<{ id: string | null }>()(() => ({ id: null }));
