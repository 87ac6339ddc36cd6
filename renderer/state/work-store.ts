import { create } from 'zustand';

/** Number of edits that were made and are not on screen yet. */
export const useWork = create<{ edits: number }>()(() => ({ edits: 0 }));

/** Notes that an edit is under way, until its work is done or has failed. */
export async function asEdit<T>(work: () => Promise<T>): Promise<T> {
  useWork.setState(({ edits }) => ({ edits: edits + 1 }));
  try {
    return await work();
  } finally {
    useWork.setState(({ edits }) => ({ edits: edits - 1 }));
  }
}
