import type { MentionSentence } from '../../shared/details.ts';

/** A sentence with the mention in it marked. */
export function MarkedSentence({ sentence: { text, start, end } }: { sentence: MentionSentence }) {
  return <>{text.slice(0, start)}<mark>{text.slice(start, end)}</mark>{text.slice(end)}</>;
}
