import { Menu } from '@mantine/core';
import type { MapPaper } from '../../shared/topic-map.ts';
import { CommandRow } from '../parts/command-row.tsx';
import { ConceptChip } from '../parts/concept-chip.tsx';
import { DetailSection } from '../parts/detail-section.tsx';
import { PaperList } from '../parts/paper-list.tsx';
import { TopicChip } from '../parts/topic-chip.tsx';
import { YearBars } from '../parts/year-bars.tsx';
import { COMMAND_IDS, COMMANDS, type Command, type CommandId } from '../state/commands.ts';
import type { MapIndex } from '../state/map-index.ts';
import { exportPapers, PAPER_FORMATS } from '../state/paper-export.ts';
import { sharedConcepts, topicsOfPapers } from '../state/shared-of-papers.ts';
import { counted } from '../state/words.ts';
import { yearCounts } from '../state/paper-years.ts';

const CONCEPTS_SHOWN = 16;

/** Several papers at once: what can be done with them, what they share, and which they are. */
export function SeveralPapers({ ids, index }: { ids: readonly string[]; index: MapIndex }) {
  const papers = ids.flatMap((id) => index.papers.get(id) ?? []);
  const concepts = sharedConcepts(papers).filter(({ id }) => index.concepts.has(id));
  const years = yearCounts(papers);
  return (
    <article className="detail-article">
      <h2 className="detail-title">{counted(papers.length, 'paper')}</h2>
      <CommandRow ids={commandsOnPapers()}><ExportButton ids={ids} /></CommandRow>
      <DetailSection title="Concepts they share">
        {concepts.length === 0 && <p className="note">No concept is in two of them.</p>}
        {concepts.length > 0 && (
          <ul className="chip-row" aria-label="Shared concepts">
            {concepts.slice(0, CONCEPTS_SHOWN).map(({ id, papers: count }) => <li key={id}><ConceptChip id={id} index={index}>{count}<span className="visually-hidden"> papers</span></ConceptChip></li>)}
          </ul>
        )}
      </DetailSection>
      <TopicsOf papers={papers} index={index} />
      {years.years.length > 0 && <DetailSection title="Years"><YearBars counts={years} /></DetailSection>}
      <DetailSection title="Papers" count={papers.length}>
        <PaperList label="Selected papers" papers={papers.map((paper) => ({ paper, beneath: paper.year === undefined ? undefined : <p className="paper-because">{paper.year}</p> }))} index={index} />
      </DetailSection>
    </article>
  );
}

function ExportButton({ ids }: { ids: readonly string[] }) {
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target><button type="button" className="button small">Export as…</button></Menu.Target>
      <Menu.Dropdown>
        {PAPER_FORMATS.map(({ format, label }) => <Menu.Item key={format} onClick={() => void exportPapers(ids, format, 'papers')}>{label}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}

function TopicsOf({ papers, index }: { papers: readonly MapPaper[]; index: MapIndex }) {
  return (
    <DetailSection title="Topics they are of">
      <ul className="plain-list" aria-label="Topics">
        {topicsOfPapers(papers).map(({ id, papers: count }) => (
          <li key={id ?? ''}><TopicChip topic={id} index={index} isWide>{count}<span className="visually-hidden"> papers</span></TopicChip></li>
        ))}
      </ul>
    </DetailSection>
  );
}

/** All that can be done with several papers, by whatever part of the window it is offered. */
function commandsOnPapers(): CommandId[] {
  return COMMAND_IDS.filter((id) => {
    const { on }: Command = COMMANDS[id];
    return on?.includes('papers') === true;
  });
}
