import { decodeInSteps } from '../../shared/reply-text.ts';
import { fromBase64 } from './base64.ts';
import { inSlices } from './in-slices.ts';

/** The reply that a text stands for, read in slices between which the window can draw and answer keys. Rejects with SyntaxError for text that is none. */
export function readReplyText(text: string): Promise<unknown> {
  return inSlices(decodeInSteps(text, fromBase64));
}
