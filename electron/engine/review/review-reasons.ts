import type { JoinHint } from './join-candidates.ts';
import { stem, tellingWords } from './stem.ts';
import type { WeakJoin } from './weak-joins.ts';

/** Why two concepts may be one, in a sentence. */
export function joinReason(hint: JoinHint, one: string, other: string): string {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (hint === 'letters') return 'They differ only by capitals, spaces or hyphens.';
  if (hint === 'typing') return 'They differ by one letter only.';
  if (hint === 'order' || hint === 'turned') return 'They are the same words in another order.';
  if (hint === 'forms') return 'They are other forms of the same words.';
  if (hint === 'acronym') return `“${shorter}” may stand for “${longer}”: the initials fit.`;
  if (hint === 'part') return `“${shorter}” may be short for “${longer}”.`;
  return `They have “${sharedWords(one, other)}” in common and are found with similar concepts.`;
}

/** Why a wording may be none of its concept, in a sentence. */
export function splitReason({ wording, reason, keepsOtherCompany }: Pick<WeakJoin, 'wording' | 'reason' | 'keepsOtherCompany'>, label: string): string {
  const doubt = keepsOtherCompany ? ', but the papers that write it so are about other things' : '';
  if (reason === 'acronym') return `“${wording}” was read as short for “${label}”${doubt}.`;
  if (reason === 'spelling') return `“${wording}” was read as another spelling of “${label}”${doubt}.`;
  if (reason === 'order') return `“${wording}” was read as “${label}” with its words in another order${doubt}.`;
  return `“${wording}” was read as another form of “${label}”${doubt}.`;
}

function sharedWords(one: string, other: string): string {
  const known = new Set(tellingWords(other).map(stem));
  return tellingWords(one).filter((word) => known.has(stem(word))).join(' ');
}
