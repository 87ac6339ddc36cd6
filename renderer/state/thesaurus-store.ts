import { create } from 'zustand';
import type { ThesaurusList } from '../../shared/library-state.ts';

/** The thesauri of the open library as the host last told them, and what went wrong last; `list` is null until they are told. */
export const useThesauri = create<{ list: ThesaurusList | null; problem: string | null }>()(() => ({ list: null, problem: null }));
