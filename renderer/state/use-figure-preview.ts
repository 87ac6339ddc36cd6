import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { figureOf, type FigureChoice } from './export-actions.ts';

/** A picture of the figure that is about to be saved: its address, and its size in CSS pixels. */
export interface FigurePicture {
  address: string;
  width: number;
  height: number;
}

/** The preview of a figure; while another is on its way the last one stays. */
export interface FigurePreview {
  picture: FigurePicture | null;
  isComing: boolean;
  /** Why there is none, in a sentence; null while all is well. */
  failure: string | null;
}

const QUIET_MS = 200;

/** The figure that a choice asks for, drawn by the engine once the choice rests; none of no choice (null). */
export function useFigurePreview(choice: FigureChoice | null): FigurePreview {
  const question = choice && JSON.stringify(choice);
  const [answered, setAnswered] = useState<{ question: string; picture: FigurePicture | null; failure: string | null } | null>(null);
  useEffect(() => {
    if (question === null) return undefined;
    let isWanted = true;
    const ask = async () => {
      const reply = await call('export.make', { format: 'png', scale: 1, figure: figureOf(JSON.parse(question) as FigureChoice) });
      if (!isWanted) return;
      const picture = reply.ok ? await pictureOf(reply.value.bytes) : null;
      if (isWanted) setAnswered({ question, picture, failure: reply.ok ? null : reply.failure.message });
    };
    const timer = setTimeout(() => void ask(), answered === null ? 0 : QUIET_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
    // The first preview is asked for at once: what was answered before does not ask again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [question]);
  const address = answered?.picture?.address;
  useEffect(() => (address === undefined ? undefined : () => URL.revokeObjectURL(address)), [address]);
  return { picture: answered?.picture ?? null, isComing: answered?.question !== question, failure: answered?.failure ?? null };
}

/** Bytes of a PNG as a picture that is ready to be shown; null where they are none. */
async function pictureOf(bytes: Uint8Array): Promise<FigurePicture | null> {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return { address, width: image.naturalWidth, height: image.naturalHeight };
  } catch {
    URL.revokeObjectURL(address);
    return null;
  }
}
