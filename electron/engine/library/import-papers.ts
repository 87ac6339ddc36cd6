import { AtlasError } from '../../../shared/failures.ts';
import type { ImportReport, Paper } from '../../../shared/paper.ts';
import type { MapSettings } from '../../../shared/settings.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import type { ConceptCorrection } from '../corrections/concept-correction.ts';
import { correctConcepts, type CorrectedConcepts } from '../corrections/correct-concepts.ts';
import type { ConceptIndex, ImportSource, Watch } from '../model.ts';
import type { NodePositions, Stages, ThesauriInUse } from '../stages.ts';
import { knownTopics } from '../topics/follow-topics.ts';

/** What an import starts from. */
export interface ImportBasis {
  papers: readonly Paper[];
  settings: MapSettings;
  /** The computed map of these papers and where its nodes are shown; null before the first import. */
  map: { computed: TopicMap; shown: TopicMap } | null;
  /** By which concepts are found; the built-in one alone where not given. */
  thesauri?: ThesauriInUse;
  /** The user's corrections of concepts, oldest first. */
  corrections?: readonly ConceptCorrection[];
}

/** All that an import will write, ready in memory. `built` is null where the files held nothing new. */
export interface PreparedImport {
  papers: Paper[];
  report: ImportReport;
  built: BuiltImport | null;
}

/** The concepts as they were found and as they are corrected, and the map of those. */
export interface BuiltImport {
  index: ConceptIndex;
  corrected: CorrectedConcepts;
  map: TopicMap;
}

/** Reads files, joins their papers with those that are there and builds the map anew around what is shown. Changes nothing. Throws import.noPapers, and whatever reading throws. */
export async function prepareImport(stages: Stages, basis: ImportBasis, sources: ImportSource[], watch: Watch): Promise<PreparedImport> {
  const read = await stages.readPapers(sources, watch);
  const { papers: incoming } = read;
  if (incoming.length === 0) throw new AtlasError('import.noPapers');
  watch.check();
  const { papers, added, replaced } = stages.joinDuplicates(basis.papers, incoming);
  const newIds = new Set(added);
  const report = withKnownPapers(read.report, incoming, papers.filter((paper) => newIds.has(paper.id)));
  if (basis.map && added.length + replaced.length === 0) return { papers, report, built: null };
  const before = basis.map ? { previous: nodePositions(basis.map.shown), topicsBefore: knownTopics(basis.map.computed) } : {};
  const index = stages.findConcepts(papers, basis.thesauri ?? {}, watch);
  const corrected = correctConcepts(index, basis.corrections ?? [], (row) => papers[row] ?? null);
  const map = stages.buildMap(papers, basis.settings, { index: corrected.index, ...before }, watch);
  return { papers, report, built: { index, corrected, map: basis.map ? withoutMoves(map, basis.map) : map } };
}

/** The report in which papers that the library had already count as duplicates. */
function withKnownPapers(report: ImportReport, incoming: readonly Paper[], added: readonly Paper[]): ImportReport {
  const placeOf = ({ source }: Paper) => `${source.file}\n${source.line}`;
  const isNew = new Set(added.map(placeOf));
  const files = report.files.map((file) => ({ ...file }));
  const filesByName = Map.groupBy(files, ({ file }) => file);
  for (const paper of incoming) {
    if (isNew.has(placeOf(paper))) continue;
    const file = filesByName.get(paper.source.file)?.find(({ papers }) => papers > 0);
    if (!file) continue;
    file.papers--;
    file.duplicates++;
  }
  return { files };
}

/** Where all nodes of a map are. */
export function nodePositions(map: TopicMap): NodePositions {
  return new Map([...map.papers, ...map.concepts].map(({ id, x, y }) => [id, { x, y }]));
}

/** Numbers on a map are rounded. */
const SAME_PLACE = 0.01;

/** Nodes that stayed where the user had moved them keep their computed positions on the computed map, or undoing the move would lead nowhere. */
export function withoutMoves(map: TopicMap, { computed, shown }: NonNullable<ImportBasis['map']>): TopicMap {
  const computedAt = nodePositions(computed);
  const shownAt = nodePositions(shown);
  const place = <T extends { id: string; x: number; y: number }>(node: T): T => {
    const before = shownAt.get(node.id);
    const stayed = before && Math.abs(before.x - node.x) < SAME_PLACE && Math.abs(before.y - node.y) < SAME_PLACE;
    return stayed ? { ...node, ...computedAt.get(node.id) } : node;
  };
  return { ...map, papers: map.papers.map(place), concepts: map.concepts.map(place) };
}
