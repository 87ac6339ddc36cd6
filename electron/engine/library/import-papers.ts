import { AtlasError } from '../../../shared/failures.ts';
import type { ImportReport, Paper } from '../../../shared/paper.ts';
import type { MapSettings } from '../../../shared/settings.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import type { ConceptIndex, ImportSource, Watch } from '../model.ts';
import type { NodePositions, Stages } from '../stages.ts';

/** What an import starts from. */
export interface ImportBasis {
  papers: readonly Paper[];
  settings: MapSettings;
  /** The computed map of these papers and where its nodes are shown; null before the first import. */
  map: { computed: TopicMap; shown: TopicMap } | null;
}

/** All that an import will write, ready in memory. `built` is null where the files held nothing new. */
export interface PreparedImport {
  papers: Paper[];
  report: ImportReport;
  built: { index: ConceptIndex; map: TopicMap } | null;
}

/** Reads files, joins their papers with those that are there and builds the map anew around what is shown. Changes nothing. Throws import.noPapers, and whatever reading throws. */
export async function prepareImport(stages: Stages, basis: ImportBasis, sources: ImportSource[], watch: Watch): Promise<PreparedImport> {
  const { papers: incoming, report } = await stages.readPapers(sources, watch);
  if (incoming.length === 0) throw new AtlasError('import.noPapers');
  watch.check();
  const papers = stages.joinDuplicates(basis.papers, incoming);
  if (basis.map && JSON.stringify(papers) === JSON.stringify(basis.papers)) return { papers, report, built: null };
  const previous = basis.map ? nodePositions(basis.map.shown) : undefined;
  const { index, map } = stages.buildMap(papers, basis.settings, { previous }, watch);
  return { papers, report, built: { index, map: basis.map ? withoutMoves(map, basis.map) : map } };
}

/** Where all nodes of a map are. */
export function nodePositions(map: TopicMap): NodePositions {
  return new Map([...map.papers, ...map.concepts].map(({ id, x, y }) => [id, { x, y }]));
}

/** Numbers on a map are rounded. */
const SAME_PLACE = 0.01;

/** Nodes that stayed where the user had moved them keep their computed positions on the computed map, or undoing the move would lead nowhere. */
function withoutMoves(map: TopicMap, { computed, shown }: NonNullable<ImportBasis['map']>): TopicMap {
  const computedAt = nodePositions(computed);
  const shownAt = nodePositions(shown);
  const place = <T extends { id: string; x: number; y: number }>(node: T): T => {
    const before = shownAt.get(node.id);
    const stayed = before && Math.abs(before.x - node.x) < SAME_PLACE && Math.abs(before.y - node.y) < SAME_PLACE;
    return stayed ? { ...node, ...computedAt.get(node.id) } : node;
  };
  return { ...map, papers: map.papers.map(place), concepts: map.concepts.map(place) };
}
