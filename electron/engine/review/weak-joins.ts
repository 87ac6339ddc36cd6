import { ConceptColumns, rowOfMention } from '../corrections/concept-columns.ts';
import { wordingReader, wordingsLike, type PaperAt } from '../corrections/split-wordings.ts';
import type { Concept, ConceptIndex } from '../model.ts';
import { labelKey } from '../thesaurus/label-key.ts';
import type { Company } from './company.ts';
import { effectOf } from './weigh-join.ts';

type Reason = Concept['joins'][number]['reason'];

/** A wording that may be none of its concept. */
export interface WeakJoin {
  concept: number;
  wording: string;
  reason: Reason;
  /** How likely it is that it is one, 0..1. */
  likelihood: number;
  /** What there is to gain by asking, in no unit. */
  gain: number;
  /** Papers (rows) that write it so, and that write it otherwise, ascending. */
  papers: number[];
  others: number[];
  /** True where both sets of papers are found with other concepts. */
  keepsOtherCompany: boolean;
}

/** How likely joins on weak grounds are right before anything is known of the papers. */
const LIKELIHOODS: Partial<Record<Reason, number>> = { spelling: 0.95, order: 0.92, derivation: 0.88, acronym: 0.9 };

/** Company that is as much alike as chance makes that of one concept's papers; less speaks against a join, more for it. */
const USUAL_COMPANY = 0.25;
const OTHER_COMPANY = 0.08;
const COMPANY_ODDS = 4;

/** An acronym that some paper has beside its words. */
const DEFINED_ODDS = 1.5;

/** Papers on each side from which their company says something. */
const TELLING_PAPERS = 2;

/** Wordings that were joined to concepts by their form alone, where some papers write only them, and some only others. */
export function weakJoins(index: ConceptIndex, company: Company, paperAt: PaperAt): WeakJoin[] {
  const found: WeakJoin[] = [];
  const columns = new ConceptColumns(index);
  for (const [place, concept] of index.concepts.entries()) {
    if (concept.papers < 2) continue;
    const weak = concept.joins.filter(({ wording, reason }) => LIKELIHOODS[reason] !== undefined && concept.aliases.includes(wording));
    if (weak.length === 0) continue;
    const wordingAt = wordingReader(index, [concept.label, ...concept.aliases], paperAt);
    const written = columns.read(place).mentions.map((mention) => ({ row: rowOfMention(index.mentions, mention), wording: wordingAt(mention) }));
    for (const { wording, reason } of distinct(weak)) {
      const join = weighed(index, company, place, { wording, reason }, written);
      if (join) found.push(join);
    }
  }
  return found;
}

/** Wordings that go with one before them when that is split off are no question of their own. */
function distinct<T extends { wording: string }>(joins: readonly T[]): T[] {
  const keys = new Set<string>();
  return joins.filter(({ wording }) => {
    const key = labelKey(wording);
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

function weighed(index: ConceptIndex, company: Company, concept: number, { wording, reason }: { wording: string; reason: Reason }, written: readonly { row: number; wording: string | null }[]): WeakJoin | null {
  const like = new Set(wordingsLike(index.concepts[concept] ?? { label: '', aliases: [] }, wording));
  const rows = (isLike: boolean) => [...new Set(written.filter((each) => each.wording !== null && like.has(each.wording) === isLike).map(({ row }) => row))];
  const [papers, others] = [rows(true), rows(false)];
  const known = new Set(others);
  const own = papers.filter((row) => !known.has(row));
  if (own.length === 0 || others.length === 0) return null;
  const isTelling = own.length >= TELLING_PAPERS && others.length >= TELLING_PAPERS;
  const alike = isTelling ? company.alikeIn(concept, own, others) : USUAL_COMPANY;
  const before = LIKELIHOODS[reason] ?? 1;
  const both = papers.length - own.length;
  const isDefined = reason === 'acronym' && both > 0;
  const odds = Math.log(before / (1 - before)) + COMPANY_ODDS * (alike - USUAL_COMPANY) + (isDefined ? DEFINED_ODDS : 0);
  const likelihood = 1 / (1 + Math.exp(-odds));
  const gain = (1 - likelihood) * effectOf(index.paperConcepts.offsets.length - 1, papers.length, others.length, both);
  return { concept, wording, reason, likelihood, gain, papers: [...own, ...papers.filter((row) => known.has(row))], others, keepsOtherCompany: isTelling && alike < OTHER_COMPANY };
}
