import type { MapChange } from './map-change.ts';
import type { ImportReport } from './paper.ts';
import type { MapSettings, ViewState } from './settings.ts';
import type { ThesaurusInfo } from './thesaurus.ts';
import type { TopicMap } from './topic-map.ts';

export interface RecentLibrary {
  id: string;
  name: string;
  /** Where it lies, for display only. */
  place: string;
  openedAt: string;
}

/** All that the window needs to show a library; `map` is null while it has no papers, and where the caller has that very map, or can make it. Edits are already applied to the map. */
export interface LibraryState {
  name: string;
  /** True until the library is saved to a place of the user's. */
  unsaved: boolean;
  settings: MapSettings;
  view: ViewState;
  map: TopicMap | null;
  /** What makes the map of the one that the caller named, where it has another; `map` is null then. */
  mapChange?: MapChange;
  /** Names the map: the same text for the same map. Null while the library has no papers. */
  mapVersion: string | null;
  canUndo: boolean;
  canRedo: boolean;
  /** What the next undo and redo would do, as a phrase: "Move 3 papers". */
  undoLabel: string | null;
  redoLabel: string | null;
  recent: RecentLibrary[];
  /** Stars, tags and notes, of those that have some. */
  annotations: Annotation[];
  lists: NamedList[];
  /** Papers and concepts that stay where the user put them. */
  pinned: string[];
  /** Corrections of concepts that are in force, oldest first. */
  corrections: Correction[];
}

/** What the user noted on a paper, topic or concept. */
export interface Annotation {
  target: { kind: 'paper' | 'topic' | 'concept'; id: string };
  starred: boolean;
  tags: string[];
  note: string;
}

/** Papers that the user put together under a name. */
export interface NamedList {
  id: string;
  name: string;
  note: string;
  starred: boolean;
  /** Ids, in the order in which they were added. */
  papers: string[];
}

/** A correction of concepts, as a phrase: "Merge “LoRA” into “low-rank adaptation”". */
export interface Correction {
  kind: 'rename-concept' | 'merge-concepts' | 'split-wording' | 'keep-wording' | 'hide-concepts' | 'keep-apart';
  label: string;
}

export interface ImportReply {
  state: LibraryState;
  report: ImportReport;
}

/** The thesauri that a library uses, those that count most last, and what of their contradictions was settled by a rule. */
export interface ThesaurusList {
  thesauri: ThesaurusInfo[];
  contradictions: string[];
}

export interface ThesaurusReply extends ThesaurusList {
  state: LibraryState;
}
