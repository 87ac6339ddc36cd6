import type { FileBytes, PaperExportFormat } from '../../../shared/export-options.ts';
import type { Paper } from '../../../shared/paper.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { writeBibtex } from './bibtex.ts';
import { writeCsv, type PaperPlace } from './csv.ts';
import { writeRis } from './ris.ts';

const MEDIA_TYPES: Record<PaperExportFormat, string> = {
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  csv: 'text/csv',
};

/** Papers as a file for reference managers (bib, ris) or tables (csv, with their topics and concepts), in their order. */
export function exportPapers(format: PaperExportFormat, papers: readonly Paper[], map: TopicMap | null, name: string): FileBytes {
  return { name: `${name}.${format}`, mediaType: MEDIA_TYPES[format], bytes: new TextEncoder().encode(paperText(format, papers, map)) };
}

/** The same as text. */
export function paperText(format: PaperExportFormat, papers: readonly Paper[], map: TopicMap | null): string {
  switch (format) {
    case 'bib':
      return writeBibtex(papers);
    case 'ris':
      return writeRis(papers);
    case 'csv':
      return writeCsv(papers, placesOn(map));
  }
}

function placesOn(map: TopicMap | null): (paper: string) => PaperPlace | null {
  const topics = new Map(map?.topics.map(({ id, label }) => [id, label]));
  const concepts = new Map(map?.concepts.map(({ id, label }) => [id, label]));
  const papers = new Map(map?.papers.map((paper) => [paper.id, paper]));
  return (id) => {
    const paper = papers.get(id);
    return paper ? { topic: topics.get(paper.topic ?? '') ?? '', concepts: paper.concepts.flatMap((concept) => concepts.get(concept.id) ?? []) } : null;
  };
}
