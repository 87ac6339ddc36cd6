import { linkCounts } from '../../shared/encoding.ts';
import { goTo } from './navigation.ts';
import { openMap } from './library-store.ts';
import { setPanel } from './panel-store.ts';
import { selected } from './view-store.ts';

/** One step of the guide: a sentence about a part of the window. */
export interface GuideStep {
  title: string;
  text: string;
  /** Selector of the part it points at. */
  target: string;
  /** Brings the part into the window. */
  prepare: () => void;
}

/** The guide through the window, of about a minute. */
export const GUIDE_STEPS: readonly GuideStep[] = [
  {
    title: 'Topics',
    text: 'Papers that share concepts form a topic. Click one to lift it out of the map.',
    target: 'section[aria-label="Topics"]',
    prepare: () => setPanel('topics', 'open'),
  },
  {
    title: 'The map',
    text: 'Each dot is a paper, and the nearer two are, the more they have in common. Click one to read it.',
    target: '[role="application"]',
    prepare: () => undefined,
  },
  {
    title: 'Related papers, and why',
    text: 'With a paper selected, its related papers stand here, best first. “Why?” shows the concepts and sentences behind each.',
    target: '[aria-label="Related papers"]',
    prepare: selectSomePaper,
  },
  {
    title: 'Search',
    text: 'Any word finds papers, authors and concepts at once, misspelt ones too.',
    target: 'search',
    prepare: () => undefined,
  },
  {
    title: 'Resolution',
    text: 'Move it to the right for more, finer topics, to the left for fewer, broader ones. Undo takes it back.',
    target: '.resolution',
    prepare: () => setPanel('topics', 'open'),
  },
  {
    title: 'Export, and everything else',
    text: 'Take the map with you as a picture, a drawing or data. All else is a few letters away in the list of all commands (Ctrl+K or ⌘K).',
    target: 'header button[aria-label="Export"]',
    prepare: () => undefined,
  },
];

/** Related papers need a paper: the one with the most links, unless one is selected. */
function selectSomePaper(): void {
  setPanel('details', 'open');
  const map = openMap();
  if (!map || selected()?.kind === 'paper') return;
  const [most] = [...linkCounts(map)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (most) goTo({ kind: 'paper', id: most[0] });
}
