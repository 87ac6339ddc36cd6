import type { Paper } from '../../../shared/paper.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { correctConcepts, type CorrectedConcepts } from '../corrections/correct-concepts.ts';
import type { Watch } from '../model.ts';
import { haveSameNames, haveSameStructure } from '../same-structure.ts';
import type { Stages, ThesauriInUse } from '../stages.ts';
import { knownTopics } from '../topics/follow-topics.ts';
import type { StoredIndex } from './concept-index-codec.ts';
import type { ThesaurusChoice } from './journal.ts';
import { nodePositions, withoutMoves, type ImportBasis } from './import-papers.ts';
import type { KeptIndexes } from './kept-indexes.ts';
import type { KeptMaps } from './kept-maps.ts';
import { choiceKey, type MapChoice } from './map-choice.ts';
import type { ThesaurusChange } from './thesaurus-choice.ts';

/** A map that had to be computed; `found` where concepts had to be found anew, as they were found and as they are corrected. */
export interface ComputedMap {
  map: TopicMap;
  found: { stored: StoredIndex; corrected: CorrectedConcepts } | null;
}

/** What maps of a library are computed from. */
export interface MapSources {
  stages: Stages;
  /** All papers, sorted by id. */
  papers: () => readonly Paper[];
  maps: KeptMaps;
  indexes: KeptIndexes;
  /** The thesauri of a choice; those of `added` are not in the library yet. */
  thesauri: (choice: ThesaurusChoice, added?: ThesaurusChange['added']) => ThesauriInUse;
}

/**
 * The map of a library's papers under some choice; null while there are no papers. It keeps to the positions and topics of the last import, or, where
 * concepts have to be found anew, to those of the map `shown`. `added` are thesauri that are not in the library yet.
 */
export function computeMap(sources: MapSources, choice: MapChoice, shown: ImportBasis['map'], watch: Watch, added?: ThesaurusChange['added']): ComputedMap | null {
  const { stages, maps, indexes } = sources;
  const papers = sources.papers();
  if (papers.length === 0) return null;
  const { settings, thesauri, corrections } = choice;
  const kept = indexes.corrected(choice);
  const base = maps.base(thesauri);
  if (kept && base) return { map: stages.buildMap(papers, settings, { index: kept.index, previous: base.places, topicsBefore: base.topics }, watch), found: null };
  const before = shown ? { previous: nodePositions(shown.shown), topicsBefore: knownTopics(shown.computed) } : {};
  const index = stages.findConcepts(papers, sources.thesauri(thesauri, added), watch);
  const corrected = correctConcepts(index, corrections, (row) => papers[row] ?? null);
  const map = stages.buildMap(papers, settings, { index: corrected.index, ...before }, watch);
  return { map: shown ? withoutMoves(map, shown) : map, found: { stored: { papers: papers.map(({ id }) => id), index }, corrected } };
}

/** True where two choices that differ by corrections only give the same concepts, as when concepts are kept apart that are apart. */
export function changesNoConcept(indexes: KeptIndexes, before: MapChoice, after: MapChoice): boolean {
  if (choiceKey({ ...before, corrections: [] }) !== choiceKey({ ...after, corrections: [] })) return false;
  const [one, other] = [indexes.corrected(before), indexes.corrected(after)];
  return one !== null && other !== null && haveSameStructure(one.index, other.index) && haveSameNames(one.index, other.index);
}
