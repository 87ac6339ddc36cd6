import type { FileBytes, FigureOptions, ExportFormat } from '../../shared/export-options.ts';
import type { ImportReport, Paper } from '../../shared/paper.ts';
import type { MapSettings } from '../../shared/settings.ts';
import type { EncodedFacts } from '../../shared/encoding.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import type { Thesaurus } from './concepts/thesaurus.ts';
import type { KnownMap } from './groundwork.ts';
import type { ConceptIndex, ImportSource, Watch } from './model.ts';
import type { KnownTopics } from './topics/follow-topics.ts';

/** Where nodes are, by paper or concept id, in map units. */
export type NodePositions = ReadonlyMap<string, { x: number; y: number }>;

/** What a map is built with besides papers and settings. */
export interface MapBasis {
  /** The concepts of the same papers. */
  index: ConceptIndex;
  previous?: NodePositions;
  /** Topics of an earlier map: ids, colours and names stay with the topics that follow them. */
  topicsBefore?: KnownTopics;
}

/** The thesauri by which concepts are found; where two disagree, the later one counts. */
export interface ThesauriInUse {
  thesauri: readonly Thesaurus[];
  builtInThesaurus: boolean;
}

/** The stages that the engine runs, as it needs them; tests give quick ones. */
export interface Stages {
  readPapers(sources: ImportSource[], watch: Watch): Promise<{ papers: Paper[]; report: ImportReport }>;
  /** All papers once, the known ones under the ids they have, sorted by id; with the ids of those added and those changed. */
  joinDuplicates(known: readonly Paper[], incoming: readonly Paper[]): { papers: Paper[]; added: string[]; replaced: string[] };
  /** The concepts of papers that are sorted by id. */
  findConcepts(papers: readonly Paper[], thesauri: Partial<ThesauriInUse>, watch: Watch): ConceptIndex;
  /** The map of papers that are sorted by id. Nodes with a previous position stay there. */
  buildMap(papers: readonly Paper[], settings: MapSettings, given: MapBasis, watch: Watch): TopicMap;
  /**
   * Begins to make, beside other work, what the next map of the same papers can take over, where a map was read and nothing is at hand of how it was made. It changes no byte of any map. Gives what stops
   * that and lets go of it.
   */
  makeReady(known: KnownMap): () => void;
  exportMap(format: ExportFormat, map: TopicMap, options: { scale: number; figure: FigureOptions; facts: EncodedFacts; name: string }): Promise<FileBytes>;
}
