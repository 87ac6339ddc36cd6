import type { Paper } from '../../../shared/paper.ts';

/** What a paper is cited as. */
export type WorkKind = 'article' | 'conference' | 'other';

const CONFERENCE = /\b(?:proc\.?|proceedings|conference|conf\.|workshop|symposium|congress|meeting)\b|^(?:advances in neural information processing systems|neurips|nips|icml|iclr|aaai|ijcai|acl|naacl|eacl|emnlp|coling|cvpr|iccv|eccv|kdd|sigir|www|chi|icra|uai|aistats|colt|interspeech|icassp)\b/i;
const PREPRINT_SERVER = /^(?:arxiv|corr|biorxiv|medrxiv|ssrn)\b/i;

/** What a paper is, told by where it appeared; papers without a venue, and preprints, are neither articles nor of a conference. */
export function workKind({ venue }: Pick<Paper, 'venue'>): WorkKind {
  if (venue === null || PREPRINT_SERVER.test(venue)) return 'other';
  return CONFERENCE.test(venue) ? 'conference' : 'article';
}
