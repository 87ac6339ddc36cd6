import type { ReviewItem } from '../../../shared/answers.ts';
import type { MentionSentence } from '../../../shared/details.ts';
import type { ConceptCorrection } from '../corrections/concept-correction.ts';
import { rowOfMention } from '../corrections/concept-columns.ts';
import { wordingReader, wordingsLike } from '../corrections/split-wordings.ts';
import type { StoredIndex } from '../library/concept-index-codec.ts';
import { mentionSentences } from '../library/sentences.ts';
import { FIELDS } from '../../../shared/paper.ts';
import type { Concept, Paper } from '../model.ts';
import { Company } from './company.ts';
import { joinCandidates } from './join-candidates.ts';
import { joinReason, splitReason } from './review-reasons.ts';
import { SettledPairs } from './settled-pairs.ts';
import { SettledWordings } from './settled-wordings.ts';
import { weakJoins, type WeakJoin } from './weak-joins.ts';
import { weighJoin, type WeighedJoin } from './weigh-join.ts';

/** Joins less likely than this are not worth a question. */
const LEAST_LIKELY = 0.12;

/** Questions about one concept at most, so that one that is part of many does not fill the list. */
const MOST_OF_A_CONCEPT = 2;

/**
 * Joins that were left undone or done, and that the engine is unsure of: those first from whose answer there is most to gain, by how likely it is that
 * the engine was wrong and by what that would change. What the user has settled is not asked again. `papers` are those of the index, in its order.
 */
export function reviewList(stored: StoredIndex, corrections: readonly ConceptCorrection[], papers: readonly Paper[], limit: number): ReviewItem[] {
  const { index } = stored;
  const { concepts } = index;
  const company = new Company(index);
  const settled = new SettledPairs(corrections);
  const settledWordings = new SettledWordings(corrections);
  const namesOf = (place: number) => [concepts[place]?.label ?? '', ...(concepts[place]?.aliases ?? [])];
  const joins = joinCandidates(concepts).map((candidate) => weighJoin(index, company, candidate)).filter(({ likelihood }) => likelihood >= LEAST_LIKELY);
  const splits = weakJoins(index, company, (row) => papers[row] ?? null);
  const all = [...joins, ...splits].sort((a, b) => b.gain - a.gain);
  const evidence = new Evidence(stored, papers);
  const asked = new Map<number, number>();
  const items: ReviewItem[] = [];
  for (const each of all) {
    if (items.length >= limit) break;
    const about = 'wording' in each ? [each.concept] : [each.one, each.other];
    if (about.some((place) => (asked.get(place) ?? 0) >= MOST_OF_A_CONCEPT)) continue;
    if ('wording' in each ? settledWordings.has(each.wording, namesOf(each.concept)) : settled.has(namesOf(each.one), namesOf(each.other))) continue;
    for (const place of about) asked.set(place, (asked.get(place) ?? 0) + 1);
    items.push('wording' in each ? splitItem(concepts, each, evidence) : joinItem(concepts, each, company, evidence));
  }
  return items;
}

function joinItem(concepts: readonly Concept[], join: WeighedJoin, company: Company, evidence: Evidence): ReviewItem {
  const [concept, other] = [sideOf(concepts, join.one), sideOf(concepts, join.other)];
  const sides = [[join.one, join.other], [join.other, join.one]] as const;
  const sentences = sides.flatMap(([own, without]) => evidence.ofConcept(own, apartFrom(company.papersOf(own), company.papersOf(without))) ?? []);
  return { id: `join ${concept.id} ${other.id}`, kind: 'join', concept, other, wording: null, reason: joinReason(join.hint, concept.label, other.label), likelihood: twoDecimals(join.likelihood), evidence: sentences };
}

function splitItem(concepts: readonly Concept[], join: WeakJoin, evidence: Evidence): ReviewItem {
  const concept = sideOf(concepts, join.concept);
  const sentences = evidence.ofWording(join);
  return { id: `split ${concept.id} ${join.wording}`, kind: 'split', concept, other: null, wording: join.wording, reason: splitReason(join, concept.label), likelihood: twoDecimals(join.likelihood), evidence: sentences };
}

function sideOf(concepts: readonly Concept[], place: number): ReviewItem['concept'] {
  const { id, label, papers } = concepts[place] ?? { id: '', label: '', papers: 0 };
  return { id, label, papers };
}

/** Papers that have one concept and not the other first. */
function apartFrom(own: Uint32Array, other: Uint32Array): number[] {
  const known = new Set(other);
  return [...own].sort((a, b) => Number(known.has(a)) - Number(known.has(b)));
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Finds sentences that show how a concept is meant. */
class Evidence {
  readonly #stored: StoredIndex;
  readonly #papers: readonly Paper[];

  constructor(stored: StoredIndex, papers: readonly Paper[]) {
    this.#stored = stored;
    this.#papers = papers;
  }

  /** A sentence of the first of some papers that mentions a concept. */
  ofConcept(concept: number, rows: readonly number[]): MentionSentence | null {
    for (const row of rows) {
      const [mention] = this.#mentionsIn(row, concept);
      const sentence = mention === undefined ? null : this.#sentence(row, mention);
      if (sentence) return sentence;
    }
    return null;
  }

  /** A sentence with a wording of a concept, and one with another. */
  ofWording({ concept, wording, papers, others }: WeakJoin): MentionSentence[] {
    const { index } = this.#stored;
    const { label, aliases } = index.concepts[concept] ?? { label: '', aliases: [] };
    const like = new Set(wordingsLike({ label, aliases }, wording));
    const wordingAt = wordingReader(index, [label, ...aliases], (row) => this.#papers[row] ?? null);
    const first = (rows: readonly number[], isLike: boolean) => {
      for (const row of rows) {
        const mention = this.#mentionsIn(row, concept).find((each) => {
          const written = wordingAt(each);
          return written !== null && like.has(written) === isLike;
        });
        if (mention !== undefined) return this.#sentence(row, mention) ?? [];
      }
      return [];
    };
    return [first(papers, true), first(others, false)].flat();
  }

  /** Places of a concept's mentions in a paper, those in sentences before those in titles and keywords. */
  #mentionsIn(row: number, concept: number): number[] {
    const { mentions } = this.#stored.index;
    const found: number[] = [];
    for (let mention = mentions.offsets[row] ?? 0; mention < (mentions.offsets[row + 1] ?? 0); mention++) if (mentions.concept[mention] === concept) found.push(mention);
    const isInSentence = (mention: number) => FIELDS[mentions.field[mention] ?? -1] === 'abstract';
    return found.sort((a, b) => Number(isInSentence(b)) - Number(isInSentence(a)));
  }

  #sentence(row: number, mention: number): MentionSentence | null {
    const { mentions, concepts } = this.#stored.index;
    const paper = this.#papers[rowOfMention(mentions, mention)];
    const field = FIELDS[mentions.field[mention] ?? -1];
    if (!paper || !field || paper !== this.#papers[row]) return null;
    const concept = concepts[mentions.concept[mention] ?? -1]?.id ?? '';
    return mentionSentences(paper, [{ concept, field, start: mentions.start[mention] ?? 0, end: mentions.end[mention] ?? 0 }], 1)[0] ?? null;
  }
}
