import { z } from 'zod';
import { appMenuSchema } from './app-menu.ts';
import { EVENT_NAMES as names } from './event-names.ts';
import type { Failure } from './failures.ts';
import type { Field, ImportReport, Paper, Stage } from './paper.ts';
import type { ThesaurusInfo } from './thesaurus.ts';

import type { MapChange } from './map-change.ts';
import type { ConceptShare, TopicMap } from './topic-map.ts';
import { BACKDROPS, COLOURINGS, mapSettingsSchema, pathEndSchema, SIZINGS, GUIDE_STATES, THEMES, VIEWS, viewStateSchema } from './settings.ts';
import type { GuideState, MapSettings, PathEnd, Theme, ViewState } from './settings.ts';

/*
 * One map of commands, one of events. The page knows nothing else of its host.
 * Files never cross the wall as paths: a host hands out opaque references for the files that the user
 * chose, dropped or uploaded, and takes only those back.
 */

/** A file the user chose, dropped, uploaded or started the app with. `ref` means something to the host that issued it only. */
const fileRefSchema = z.strictObject({ ref: z.string().min(1).max(200), name: z.string().min(1).max(400) });
export type FileRef = z.infer<typeof fileRefSchema>;

const placesSchema = z.array(z.strictObject({ id: z.string(), x: z.number(), y: z.number() })).min(1).max(200_000);

/** One change by the user, kept beside the papers and the computed map, never over them. */
export const editSchema = z.discriminatedUnion('kind', [
  /** Papers or concepts put elsewhere by hand; positions in map units. */
  z.strictObject({
    kind: z.literal('move'),
    nodes: placesSchema,
  }),
  /** A topic given a name of the user's. Bound to the topic's papers, so that it follows when topics are computed anew. */
  z.strictObject({ kind: z.literal('rename-topic'), topic: z.string(), label: z.string().trim().min(1).max(200) }),
  /** Two topics and more become one, under the name of `into`, which is one of them. Bound to their papers, as a name is. */
  z.strictObject({ kind: z.literal('merge-topics'), topics: z.array(z.string()).min(2).max(1000), into: z.string() }),
  /** Papers put into a topic by hand; null takes them out of any. `nodes` are put elsewhere along with that, as a move does. */
  z.strictObject({ kind: z.literal('move-papers'), papers: z.array(z.string()).min(1).max(200_000), topic: z.string().nullable(), nodes: placesSchema.optional() }),
  /** Nodes that were put elsewhere by hand go back to where the layout has them. */
  z.strictObject({ kind: z.literal('unpin'), nodes: z.array(z.string()).min(1).max(200_000) }),
  /** A concept under another name. */
  z.strictObject({ kind: z.literal('rename-concept'), concept: z.string(), label: z.string().trim().min(1).max(200) }),
  /** Concepts that are one: `concepts` are told as wordings of `into`, which is not among them. */
  z.strictObject({ kind: z.literal('merge-concepts'), concepts: z.array(z.string()).min(1).max(1000), into: z.string() }),
  /** A wording that is a concept of its own, and stays one. */
  z.strictObject({ kind: z.literal('split-wording'), concept: z.string(), wording: z.string().min(1).max(300) }),
  /** A wording that is rightly one of its concept: nobody is asked again whether it is. */
  z.strictObject({ kind: z.literal('keep-wording'), concept: z.string(), wording: z.string().min(1).max(300) }),
  /** Concepts that tell nothing here: papers are no longer linked through them, and no list shows them. */
  z.strictObject({ kind: z.literal('hide-concepts'), concepts: z.array(z.string()).min(1).max(10_000) }),
  /** Two concepts that are never to be joined, nor proposed to be. */
  z.strictObject({ kind: z.literal('keep-apart'), concepts: z.tuple([z.string(), z.string()]) }),
  /** Stars, tags and a note; what is left out stays as it is, an empty note removes it. */
  z.strictObject({
    kind: z.literal('annotate'),
    targets: z.array(z.strictObject({ kind: z.enum(['paper', 'topic', 'concept']), id: z.string() })).min(1).max(200_000),
    starred: z.boolean().optional(),
    note: z.string().max(100_000).optional(),
    addTags: z.array(z.string().trim().min(1).max(100)).max(100).optional(),
    removeTags: z.array(z.string().trim().min(1).max(100)).max(100).optional(),
  }),
  /** A list of papers that has a name. `list` is an id that the window makes up. */
  z.strictObject({ kind: z.literal('make-list'), list: z.string().min(1).max(100), name: z.string().trim().min(1).max(200), papers: z.array(z.string()).max(200_000) }),
  z.strictObject({
    kind: z.literal('change-list'),
    list: z.string(),
    name: z.string().trim().min(1).max(200).optional(),
    note: z.string().max(100_000).optional(),
    starred: z.boolean().optional(),
    add: z.array(z.string()).max(200_000).optional(),
    remove: z.array(z.string()).max(200_000).optional(),
  }),
  z.strictObject({ kind: z.literal('remove-list'), list: z.string() }),
  /** Parameters of the map changed; the stages after them run again. */
  z.strictObject({ kind: z.literal('settings'), settings: mapSettingsSchema.partial() }),
]);
export type Edit = z.infer<typeof editSchema>;

/** What a figure shows; the same for the screen's export and the command line. */
export const figureOptionsSchema = z.strictObject({
  view: z.enum(VIEWS).default('papers'),
  theme: z.enum(['light', 'dark']).default('light'),
  title: z.string().max(300).default(''),
  legend: z.boolean().default(true),
  /** Size in CSS pixels; a PNG has this times `scale`. */
  width: z.int().min(200).max(8000).default(1600),
  height: z.int().min(200).max(8000).default(1000),
  hiddenTopics: z.array(z.string()).default([]),
  /** Part of the map to show, in map units; null shows all of it. */
  window: z.strictObject({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() }).nullable().default(null),
  /** Pixels that a map unit has on the screen that the figure shows: dots, names and titles are then as there, in a larger print. Null for the figure's own. */
  zoom: z.number().positive().nullable().default(null),
  /** What is drawn with a star. */
  starred: z.array(z.strictObject({ kind: z.enum(['paper', 'topic', 'concept']), id: z.string() })).max(200_000).default([]),
  selection: viewStateSchema.shape.selection.default(null),
  colourBy: z.enum(COLOURINGS).default('topic'),
  colourConcept: z.string().nullable().default(null),
  sizeBy: z.enum(SIZINGS).default('links'),
  backdrop: z.enum(BACKDROPS).default('areas'),
});
export type FigureOptions = z.infer<typeof figureOptionsSchema>;

/** Formats the window can export; a subset of the command line's endings. */
export const EXPORT_FORMATS = ['png', 'svg', 'json', 'gexf', 'graphml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats that a list of papers can be exported in. */
export const PAPER_EXPORT_FORMATS = ['bib', 'ris', 'csv'] as const;
export type PaperExportFormat = (typeof PAPER_EXPORT_FORMATS)[number];

/** Formats that corrections of concepts can be exported in. */
export const CORRECTION_FORMATS = ['vosviewer', 'csv', 'skos-turtle'] as const;
export type CorrectionFormat = (typeof CORRECTION_FORMATS)[number];

/** What the user is asked to choose files for. */
export const FILE_PURPOSES = ['import', 'open', 'thesaurus'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

const mapVersionSchema = z.string().max(100).optional();

/** The commands, each with the check of its arguments at the door. */
export const COMMAND_ARGUMENTS = {
  'host.info': z.strictObject({}),
  'host.chooseFiles': z.strictObject({ purpose: z.enum(FILE_PURPOSES) }),
  'host.saveFile': z.strictObject({ name: z.string().min(1).max(200), bytes: z.instanceof(Uint8Array) }),
  'host.openLink': z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) }),
  'host.setTheme': z.strictObject({ theme: z.enum(THEMES) }),
  'host.setGuide': z.strictObject({ guide: z.enum(GUIDE_STATES) }),
  /** Draws the system's menu of the app anew, where the host has one. */
  'host.showMenu': z.strictObject({ menu: appMenuSchema }),

  'library.state': z.strictObject({}),
  'library.new': z.strictObject({}),
  'library.open': z.strictObject({ file: fileRefSchema }),
  'library.openRecent': z.strictObject({ id: z.string() }),
  'library.saveAs': z.strictObject({}),
  'library.import': z.strictObject({ files: z.array(fileRefSchema).min(1).max(10_000) }),
  'library.importText': z.strictObject({ text: z.string().min(1).max(200_000_000), name: z.string().max(400).default('Pasted text') }),
  'library.sample': z.strictObject({}),

  'map.get': z.strictObject({}),
  'paper.get': z.strictObject({ paper: z.string() }),
  'concept.get': z.strictObject({ concept: z.string() }),
  'link.explain': z.strictObject({ source: z.string(), target: z.string() }),

  'papers.facts': z.strictObject({}),
  'search.find': z.strictObject({ text: z.string().max(1000), limit: z.int().min(1).max(200).default(30) }),
  'path.find': z.strictObject({ from: pathEndSchema, to: pathEndSchema, alternatives: z.int().min(1).max(5).default(3) }),
  'topics.compare': z.strictObject({ topics: z.tuple([z.string(), z.string()]) }),
  /** Joins that the engine was unsure of, the most telling first. */
  'review.list': z.strictObject({ limit: z.int().min(1).max(500).default(100) }),
  /** What a change of settings would do to the map, which stays as it is. */
  'settings.preview': z.strictObject({ settings: mapSettingsSchema.partial() }),
  /** The user's corrections of concepts as a thesaurus that other collections can use. */
  'thesaurus.export': z.strictObject({ format: z.enum(CORRECTION_FORMATS) }),
  'export.papers': z.strictObject({ papers: z.array(z.string()).min(1).max(200_000), format: z.enum(PAPER_EXPORT_FORMATS), name: z.string().max(200).default('papers') }),

  /** `mapVersion` names the map that the caller has: a reply with that very map leaves it out, and one with another tells only what changed, if the engine still has the map named. The same for undo and redo. */
  'edit.apply': z.strictObject({ edit: editSchema, mapVersion: mapVersionSchema }),
  'edit.undo': z.strictObject({ mapVersion: mapVersionSchema }),
  'edit.redo': z.strictObject({ mapVersion: mapVersionSchema }),

  'thesaurus.list': z.strictObject({}),
  /** Adds the thesauri in files, the last of which count most; one of a name that is there takes that one's place. */
  'thesaurus.add': z.strictObject({ files: z.array(fileRefSchema).min(1).max(1000) }),
  /** Uses the one that ships with the app again. */
  'thesaurus.addBuiltIn': z.strictObject({}),
  'thesaurus.remove': z.strictObject({ id: z.string() }),

  'view.save': z.strictObject({ view: viewStateSchema }),

  'export.make': z.strictObject({ format: z.enum(EXPORT_FORMATS), scale: z.union([z.literal(1), z.literal(2), z.literal(4)]).default(1), figure: figureOptionsSchema.prefault({}) }),

  /** Ends the running long command, which then fails with call.cancelled. */
  'job.cancel': z.strictObject({}),
} as const;

export type CommandName = keyof typeof COMMAND_ARGUMENTS;
export type CommandArguments<C extends CommandName> = z.input<(typeof COMMAND_ARGUMENTS)[C]>;
export type CheckedArguments<C extends CommandName> = z.output<(typeof COMMAND_ARGUMENTS)[C]>;

export interface HostInfo {
  kind: 'desktop' | 'web';
  version: string;
  platform: string;
  theme: Theme;
  guide: GuideState;
}

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

/** What is known of a paper beside what the map has, for tables, filters and colours. */
export interface PaperFacts {
  id: string;
  authors: string[];
  venue: string | null;
  year: number | null;
  /** Name of the file it came from. */
  source: string;
  /** How often it is cited, where its record tells. */
  citations: number | null;
}

/** A paper found, with where. `marks` are ranges of `excerpt`, end exclusive. */
export interface FoundPaper {
  id: string;
  field: 'title' | 'abstract' | 'authors' | 'keywords' | 'concepts';
  excerpt: string;
  marks: [number, number][];
}

/** A concept found, with the wording that was met and ranges of it. */
export interface FoundConcept {
  id: string;
  wording: string;
  marks: [number, number][];
}

export interface SearchReply {
  /** Best first, `limit` at most. */
  papers: FoundPaper[];
  concepts: FoundConcept[];
  /** Ids of all papers found, best first. */
  matches: string[];
  /** The words searched for instead of misspelt ones; null where there was nothing to mend. */
  corrected: string | null;
}

/** One step of a path: two papers with what joins them, largest share first. */
export interface PathStep {
  source: string;
  target: string;
  /** 0..1 */
  weight: number;
  because: { id: string; label: string; share: number }[];
}

/** A chain of links between two papers. */
export interface MapPath {
  /** Papers in walking order. */
  papers: string[];
  steps: PathStep[];
  /** Product of the steps' weights, 0..1. */
  strength: number;
}

export interface PathReply {
  from: PathEnd;
  to: PathEnd;
  /** Strongest first, at topics counted with how central the papers are where they begin and end; no two share a link. */
  paths: MapPath[];
}

/** A concept in two topics: the share of each one's papers that mention it, 0..1. */
export interface ComparedConcept {
  id: string;
  label: string;
  shares: [number, number];
}

export interface TopicComparison {
  topics: [string, string];
  /** Concepts common in both. */
  shared: ComparedConcept[];
  /** Concepts that set the first apart from the second, and the second from the first. */
  apart: [ComparedConcept[], ComparedConcept[]];
  /** Papers of either with links to both: parts of their link weight, 0..1. Most even first. */
  between: { paper: string; parts: [number, number] }[];
  /** Strongest links between papers of the two. */
  links: { source: string; target: string; weight: number }[];
  /** Sum of the weights of all links between them, and their number. */
  strength: number;
  linkCount: number;
}

/** A join that the engine did or left undone, and was unsure of. */
export interface ReviewItem {
  /** Unique and stable. */
  id: string;
  /** `join`: two concepts that may be one. `split`: a wording that may be no wording of its concept. */
  kind: 'join' | 'split';
  concept: { id: string; label: string; papers: number };
  /** The other concept of a join. */
  other: { id: string; label: string; papers: number } | null;
  /** The wording in question of a split. */
  wording: string | null;
  /** Why it is proposed, in a sentence. */
  reason: string;
  /** How likely it is that both are one, 0..1. */
  likelihood: number;
  /** A sentence for each side that mentions it, where there is one. */
  evidence: MentionSentence[];
}

/** What a change of settings would do. */
export interface SettingsPreview {
  before: { topics: number; links: number; concepts: number; alone: number };
  after: { topics: number; links: number; concepts: number; alone: number };
  /** Papers that would be in another topic. */
  moved: number;
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

/** A mention of a concept in one field of a paper; `start` and `end` are UTF-16 offsets into the cleaned text, end exclusive. */
export interface Mention {
  concept: string;
  field: Field;
  start: number;
  end: number;
}

export interface PaperDetail extends Paper {
  mentions: Mention[];
}

/** A sentence that mentions a concept, with the mention's offsets in `text`. */
export interface MentionSentence {
  paper: string;
  field: Field;
  text: string;
  start: number;
  end: number;
}

export interface ConceptDetail {
  id: string;
  label: string;
  aliases: string[];
  /** Ids and labels of broader concepts, where the thesaurus knows some. */
  broader: { id: string; label: string }[];
  /** Papers that mention it, by weight. */
  papers: { id: string; weight: number; sentence: MentionSentence | null }[];
}

/** A part of why two papers are linked: a concept of both, or one of each that keep the same company. */
export interface LinkReason extends Omit<ConceptShare, 'near'> {
  /** The source's concept. */
  label: string;
  /** The target's concept where it is another one, and concepts that both are found with. */
  near?: { id: string; label: string; company: string[] };
  source: MentionSentence[];
  target: MentionSentence[];
}

/** Why two papers are linked: each shared concept with its share and the sentences in which each paper mentions it. */
export interface LinkExplanation {
  source: string;
  target: string;
  /** 0..1 */
  weight: number;
  because: LinkReason[];
}

/** Bytes of a file for the user, with the name and media type to save it under. */
export interface FileBytes {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** What each command gives. */
export interface CommandReplies {
  'host.info': HostInfo;
  'host.chooseFiles': { files: FileRef[] };
  /** `place` is null when the user cancelled the dialog. */
  'host.saveFile': { place: string | null };
  'host.openLink': null;
  'host.setTheme': null;
  'host.setGuide': null;
  'host.showMenu': null;
  'library.state': LibraryState;
  'library.new': LibraryState;
  'library.open': LibraryState;
  'library.openRecent': LibraryState;
  /** Desktop: saved by dialog, `state.name` tells where (unchanged when cancelled). Web: `file` to download. */
  'library.saveAs': { state: LibraryState; file: FileBytes | null };
  'library.import': ImportReply;
  'library.importText': ImportReply;
  'library.sample': ImportReply;
  'map.get': TopicMap;
  'paper.get': PaperDetail;
  'concept.get': ConceptDetail;
  'link.explain': LinkExplanation;
  'papers.facts': { papers: PaperFacts[] };
  'search.find': SearchReply;
  'path.find': PathReply;
  'topics.compare': TopicComparison;
  'review.list': { items: ReviewItem[] };
  'settings.preview': SettingsPreview;
  'thesaurus.export': FileBytes;
  'export.papers': FileBytes;
  'edit.apply': LibraryState;
  'edit.undo': LibraryState;
  'edit.redo': LibraryState;
  'thesaurus.list': ThesaurusList;
  'thesaurus.add': ThesaurusReply;
  'thesaurus.addBuiltIn': ThesaurusReply;
  'thesaurus.remove': ThesaurusReply;
  'view.save': null;
  'export.make': FileBytes;
  'job.cancel': { cancelled: boolean };
}

export type CommandReply<C extends CommandName> = CommandReplies[C];

/** Progress of the running long command. `done` of `total` in papers or bytes of the stage (`total` 0 where not known). */
export interface Progress {
  stage: Stage;
  done: number;
  total: number;
  /** The stage in words, for the screen: "Reading papers". */
  label: string;
}

/** Menu entries that the desktop menu sends to the window; ids of the page's commands, as the page told them by host.showMenu. */
export interface MenuEvent {
  command: string;
  /** The id of the recent library, for library.openRecent. */
  argument?: string;
}

export interface EventMap {
  progress: Progress;
  menu: MenuEvent;
  /** Files the app was started with, or asked to open by the system. */
  'files.open': { files: FileRef[] };
  /** The host lost its engine and started it again, or the connection went. */
  trouble: Failure;
}

export type EventName = keyof EventMap;
export const EVENT_NAMES = names satisfies readonly EventName[];

/** The whole of what a page may do with its host. `files` are dropped or chosen File objects, which the transport turns into references before the call. */
export interface AtlasBridge {
  /** Gives the reply, or its JSON text where it may be large: a text crosses from a preload to the page in one piece. */
  call(command: string, args: unknown): Promise<unknown>;
  /** Gives references for files that the page holds. */
  refer(files: File[]): Promise<FileRef[]>;
  on(event: string, listener: (payload: unknown) => void): () => void;
}

