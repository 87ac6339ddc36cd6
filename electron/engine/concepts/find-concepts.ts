import { compareText } from '../../../shared/text.ts';
import { builtInThesaurusFor } from '../thesaurus/built-in-for.ts';
import { combineThesauri } from '../thesaurus/combine-thesauri.ts';
import type { Concept, ConceptIndex, Paper, SparseRows, Watch } from '../model.ts';
import { sharedUint8 } from '../parallel/shared-arrays.ts';
import { sharedPool } from '../parallel/thread-pool.ts';
import { readAcronyms } from './acronym-table.ts';
import { findActionNouns } from './action-nouns.ts';
import { findCompounds } from './compounds.ts';
import { BoilerplateTerms } from './boilerplate-terms.ts';
import { conceptIds } from './concept-ids.ts';
import { distinctNames } from './distinct-names.ts';
import { findCandidates } from './find-candidates.ts';
import { withFixedLabel } from './fixed-label.ts';
import { joinWordings } from './join-wordings.ts';
import type { FoundMentions } from './mentions.ts';
import { none } from './none.ts';
import { OCCURRENCE, type Occurrences } from './occurrences.ts';
import type { PaperTerms, TermSource } from './paper-terms.ts';
import { knownAcronyms, listPhrases, type PhraseList } from './phrase-list.ts';
import { ROOT } from './phrase-table.ts';
import { forkPaperWords } from './paper-words.ts';
import { rankPapers } from './rank-papers.ts';
import { readTexts } from './read-texts.ts';
import { countTerms, focusOf, type TermStatistics } from './statistics.ts';
import { endsBroad, TermForms, withoutEmptyHead, withoutModifier } from './term-forms.ts';
import { isTerm, isTermOfOtherLanguage, isValuedTerm } from './termhood.ts';
import type { Thesaurus } from './thesaurus.ts';
import { Wordings, type Naming } from './wordings.ts';
import { ACRONYM_MARK, describeWords, type WordTable } from './words.ts';

export interface ConceptOptions {
  /** Thesauri of the user's; where two disagree, the later one counts, and all of them before the built-in one. */
  thesauri: readonly Thesaurus[];
  /** Whether the built-in thesaurus of machine learning is used as well, where the papers are of that field. */
  builtInThesaurus: boolean;
  /** Concepts that a paper has at most. */
  perPaper: number;
}

export const DEFAULT_CONCEPT_OPTIONS: ConceptOptions = { thesauri: [], builtInThesaurus: true, perPaper: 40 };

/** The candidates of a collection with all that is known of them. */
export interface CollectedTerms extends TermSource {
  words: WordTable;
  list: PhraseList;
}

/**
 * The concepts of papers, which must be sorted by id: named, ranked within each paper, each mention with its place in the text.
 *
 * Candidates are noun phrases and their recurring parts, labels of thesauri, and given keywords. Wordings are joined by comparing normal words
 * (inflection, spelling, hyphens), by writing out acronyms where a paper or the collection defines them, and by thesauri.
 * What is a concept of a paper is then learnt from the whole collection: see scoreOf.
 */
export function findConcepts(papers: readonly Paper[], options: Partial<ConceptOptions>, watch: Watch, pool = sharedPool): ConceptIndex {
  const all = { ...DEFAULT_CONCEPT_OPTIONS, ...options };
  const terms = collectTerms(papers, all, watch, pool);
  watch.check();
  const { ranked, mentions } = rankPapers(terms, terms.words, all.perPaper, watch, pool);
  watch.check();
  const counting = forkPaperWords(terms.tokens, terms.words, pool);
  let paperWords: SparseRows;
  let index: ConceptIndex;
  try {
    index = makeIndex(terms, ranked, mentions, watch);
  } finally {
    paperWords = counting.join(watch);
  }
  return { ...index, paperWords };
}

/** Everything before ranking: candidates, what they are joined to, and what the collection knows of them. */
export function collectTerms(papers: readonly Paper[], options: ConceptOptions, watch: Watch, pool = sharedPool): CollectedTerms {
  const builtIn = options.builtInThesaurus ? builtInThesaurusFor(papers) : null;
  const thesauri = [combineThesauri([...(builtIn ? [builtIn] : []), ...options.thesauri]).thesaurus];
  const text = readTexts(papers, watch, pool);
  const { tokens, vocabulary } = text;
  const words = describeWords(vocabulary, tokens);
  watch.check();
  const closed = findCompounds(tokens, words);
  watch.check();
  const acronyms = readAcronyms(text, words, closed, knownAcronyms(thesauri, words, closed));
  const compounds = new Map(Array.from(closed, ([whole, parts]) => [whole, parts.flatMap((part) => acronyms.agreed.get(part) ?? [part])]));
  const actions = findActionNouns(tokens, words);
  const list = listPhrases(papers, thesauri, acronyms, words, (normal) => acronyms.agreed.get(normal) ?? compounds.get(normal));
  const occurrences = findCandidates({ tokens, words, surfaces: vocabulary.words, writtenOut: { acronyms, compounds, actions } }, list, watch, pool);
  const termOf = joinWordings(list, occurrences, actions, words.normals.words);
  watch.check();
  const statistics = countTerms(occurrences, termOf);
  watch.check();
  const forms = new TermForms(tokens, words, occurrences, termOf);
  const accepted = acceptedTerms(list, words, occurrences, termOf, statistics, forms);
  dropTwins(accepted, list, words, statistics);
  const listed = sharedUint8(termOf.length);
  for (const phrase of list.entryOf.keys()) listed[phrase] = 1;
  return { tokens, words, list, occurrences, termOf, statistics, forms, accepted, listed, focus: focusOf(statistics, (term) => accepted[term] === 1 && forms.of(term).length > 1) };
}

/** 1 for terms that may be concepts, by term. */
function acceptedTerms(list: PhraseList, words: WordTable, occurrences: Occurrences, termOf: Uint32Array, statistics: TermStatistics, forms: TermForms): Uint8Array {
  const kinds = sharedKinds(occurrences, termOf);
  const isOnly = (term: number, kind: number): boolean => ((kinds[term] as number) & kind) !== 0;
  const boilerplate = new BoilerplateTerms(list, words.normals.words);
  const accepted = sharedUint8(termOf.length);
  for (let term = 1; term < termOf.length; term++) {
    if (termOf[term] !== term || statistics.frequency[term] === 0) continue;
    if (list.ignored.has(term)) continue;
    const form = forms.of(term);
    if (isOnly(term, OCCURRENCE.otherLanguage) && !isTermOfOtherLanguage(statistics, term, form)) continue;
    if (isOnly(term, OCCURRENCE.valued) && (form.endsGeneric || endsBroad(term, list, words) || !isValuedTerm(statistics, term, withoutModifier(term, list)))) continue;
    if (!isTerm(statistics, term, form, list.listed.has(term), isOnly(term, OCCURRENCE.joined))) continue;
    if (!boilerplate.has(term)) accepted[term] = 1;
  }
  dropEmptyHeads(accepted, list, words, termOf, statistics);
  dropPartsOfOtherLanguages(accepted, (term) => isOnly(term, OCCURRENCE.otherLanguage), list, statistics);
  return accepted;
}

/** For each term the bits of OCCURRENCE that all its occurrences share. */
function sharedKinds({ phrase, kind }: Occurrences, termOf: Uint32Array): Uint8Array {
  const shared = new Uint8Array(termOf.length).fill(255);
  for (let at = 0; at < phrase.length; at++) shared[termOf[phrase[at] as number] as number]! &= kind[at] as number;
  return shared;
}

/** Leaves out what is only met within a longer term, in languages whose grammar is not known: "neuronales" in "redes neuronales". */
function dropPartsOfOtherLanguages(accepted: Uint8Array, isOther: (term: number) => boolean, { phrases }: PhraseList, { frequency }: TermStatistics): void {
  for (let term = accepted.length - 1; term > 0; term--) {
    if (accepted[term] === 0 || !isOther(term) || phrases.lengthOf(term) < 2) continue;
    for (const part of [phrases.withoutLastWord(term), phrases.findAll(phrases.wordsOf(term).slice(1))]) {
      if (part > 0 && isOther(part) && (frequency[part] as number) <= (frequency[term] as number)) accepted[part] = 0;
    }
  }
}

/** Of an acronym and the word of the same letters (CLIP, clip) only the one in more papers is a concept; the other would have the same name. */
function dropTwins(accepted: Uint8Array, list: PhraseList, { normals }: WordTable, { paperCount }: TermStatistics): void {
  const termOf = (number: number | undefined): number => (number === undefined ? 0 : Math.max(0, list.phrases.find(ROOT, number)));
  const numbers = new Map(normals.words.map((word, number) => [word, number]));
  for (const [number, word] of normals.words.entries()) {
    if (!word.startsWith(ACRONYM_MARK)) continue;
    const [acronym, ordinary] = [termOf(number), termOf(numbers.get(word.slice(ACRONYM_MARK.length)))];
    if (accepted[acronym] !== 1 || accepted[ordinary] !== 1) continue;
    accepted[(paperCount[acronym] as number) < (paperCount[ordinary] as number) ? acronym : ordinary] = 0;
  }
}

/** Leaves out "quantization schemes" where quantization stands by itself in as many papers, or is listed; its mentions lie within. */
function dropEmptyHeads(accepted: Uint8Array, list: PhraseList, words: WordTable, termOf: Uint32Array, { wholePapers }: TermStatistics): void {
  for (let term = 1; term < accepted.length; term++) {
    if (accepted[term] === 0) continue;
    const bare = termOf[withoutEmptyHead(term, list, words)] ?? 0;
    if (accepted[bare] === 1 && ((wholePapers[bare] as number) >= (wholePapers[term] as number) || list.listed.has(bare))) accepted[term] = 0;
  }
}

function makeIndex(terms: CollectedTerms, ranked: PaperTerms, found: FoundMentions, watch: Watch): ConceptIndex {
  const order = conceptOrder(terms, ranked);
  watch.check();
  const conceptOf = new Int32Array(terms.termOf.length).fill(-1);
  for (const [place, { term }] of order.entries()) conceptOf[term] = place;
  const { offsets, occurrence, field, start, end } = found;
  const mentioned = occurrence.map((at) => conceptOf[terms.termOf[terms.occurrences.phrase[at] as number] as number] as number);
  const names = nameConcepts(terms, order, mentioned, occurrence, watch);
  watch.check();
  const paperConcepts = sparseRows(ranked, conceptOf, names);
  return { concepts: conceptTable(terms.list, order, names, conceptOf, paperConcepts), paperConcepts, mentions: { offsets, concept: mentioned, field, start, end } };
}

const CONCEPTS_BETWEEN_CHECKS = 10_000;

/** The names of concepts in their order, from how they are written where they are mentioned. */
function nameConcepts({ tokens, words, list, occurrences, statistics }: CollectedTerms, order: readonly { term: number }[], mentioned: Uint32Array, occurrence: Uint32Array, watch: Watch): Naming[] {
  const ends = new Uint32Array(order.length);
  for (const concept of mentioned) ends[concept]!++;
  for (let concept = 1; concept < ends.length; concept++) ends[concept]! += ends[concept - 1] as number;
  const starts = ends.slice();
  const byConcept = new Uint32Array(mentioned.length);
  for (let mention = mentioned.length - 1; mention >= 0; mention--) byConcept[--starts[mentioned[mention] as number]!] = occurrence[mention] as number;
  const wordings = new Wordings(tokens, words, list, occurrences);
  const namings = order.map(({ term }, concept) => {
    if (concept % CONCEPTS_BETWEEN_CHECKS === 0) watch.check();
    return fixedName(list, term, wordings.name(term, byConcept.subarray(starts[concept], ends[concept]), knownLabels(list, term)));
  });
  const termAt = (concept: number): number => (order[concept] as { term: number }).term;
  return distinctNames(namings, {
    spelled: (concept) => list.phrases.textOf(termAt(concept), words.normals.words).replaceAll(ACRONYM_MARK, ''),
    papers: (concept) => statistics.paperCount[termAt(concept)] as number,
  });
}

/** The terms that some paper has, by id. */
function conceptOrder({ list, words, termOf }: CollectedTerms, ranked: PaperTerms): { term: number; id: string }[] {
  const isConcept = new Uint8Array(termOf.length);
  for (const term of ranked.term) isConcept[term] = 1;
  const terms: number[] = [];
  for (let term = 1; term < termOf.length; term++) if (isConcept[term] === 1) terms.push(term);
  return conceptIds(terms.map((term) => list.phrases.textOf(term, words.normals.words))).map(({ id, place }) => ({ id, term: terms[place] as number }));
}

function fixedName(list: PhraseList, term: number, naming: Naming): Naming {
  const entry = list.entryOf.get(term)?.entry;
  return entry?.fixedLabel ? withFixedLabel(naming, entry.label) : naming;
}

function knownLabels(list: PhraseList, term: number): string[] {
  const listed = list.entryOf.get(term);
  return listed ? [listed.entry.label, ...listed.entry.aliases] : [];
}

/** Paper → concepts, by descending value, then by label. The ranked terms are by descending value already. */
function sparseRows({ offsets, term, value }: PaperTerms, conceptOf: Int32Array, names: readonly Naming[]): SparseRows {
  const indices = term.map((number) => conceptOf[number] as number);
  const byLabel = (a: number, b: number): number => compareText((names[a] as Naming).label, (names[b] as Naming).label) || a - b;
  for (let paper = 0; paper + 1 < offsets.length; paper++) {
    const last = offsets[paper + 1] as number;
    for (let from = offsets[paper] as number; from < last; ) {
      let to = from + 1;
      while (to < last && value[to] === value[from]) to++;
      if (to - from > 1) indices.subarray(from, to).sort(byLabel);
      from = to;
    }
  }
  return { offsets, indices, values: value };
}

function conceptTable(list: PhraseList, order: readonly { term: number; id: string }[], names: readonly Naming[], conceptOf: Int32Array, rows: SparseRows): Concept[] {
  const papers = new Uint32Array(order.length);
  for (const concept of rows.indices) papers[concept]!++;
  const conceptOfEntry = new Map<string, number>();
  const entryKey = (thesaurus: Thesaurus, id: string): string => `${thesaurus.name}\n${id}`;
  for (const { entry, thesaurus, phrase } of list.entryOf.values()) {
    const concept = conceptOf[phrase] as number;
    if (concept >= 0) conceptOfEntry.set(entryKey(thesaurus, entry.id), concept);
  }
  return order.map(({ term, id }, place) => {
    const { label, aliases, joins } = names[place] as Naming;
    const concept: Concept = { id, label, aliases, joins, papers: papers[place] as number, broader: none() };
    const listed = list.entryOf.get(term);
    if (!listed) return concept;
    const present = (references: readonly string[] = []): number[] => presentConcepts(references, place, (reference) => conceptOfEntry.get(entryKey(listed.thesaurus, reference)));
    const related = present(listed.entry.related);
    return { ...concept, broader: present(listed.entry.broader), ...(related.length > 0 ? { related } : {}) };
  });
}

function presentConcepts(references: readonly string[], self: number, find: (reference: string) => number | undefined): number[] {
  const found = new Set<number>();
  for (const reference of references) {
    const concept = find(reference);
    if (concept !== undefined && concept !== self) found.add(concept);
  }
  return [...found].sort((a, b) => a - b);
}

