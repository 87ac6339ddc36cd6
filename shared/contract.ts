import { z } from 'zod';
import { EVENT_NAMES as names } from './event-names.ts';
import type { Failure } from './failures.ts';
import type { Field, ImportReport, Paper, Stage } from './paper.ts';
import type { ThesaurusInfo } from './thesaurus.ts';

import type { ConceptShare, TopicMap } from './topic-map.ts';
import { mapSettingsSchema, THEMES, VIEWS, viewStateSchema } from './settings.ts';
import type { MapSettings, Theme, ViewState } from './settings.ts';

/*
 * One map of commands, one of events. The page knows nothing else of its host.
 * Files never cross the wall as paths: a host hands out opaque references for the files that the user
 * chose, dropped or uploaded, and takes only those back.
 */

/** A file the user chose, dropped, uploaded or started the app with. `ref` means something to the host that issued it only. */
const fileRefSchema = z.strictObject({ ref: z.string().min(1).max(200), name: z.string().min(1).max(400) });
export type FileRef = z.infer<typeof fileRefSchema>;

/** One change by the user, kept beside the papers and the computed map, never over them. */
export const editSchema = z.discriminatedUnion('kind', [
  /** Papers or concepts put elsewhere by hand; positions in map units. */
  z.strictObject({
    kind: z.literal('move'),
    nodes: z.array(z.strictObject({ id: z.string(), x: z.number(), y: z.number() })).min(1).max(200_000),
  }),
  /** A topic given a name of the user's. Bound to the topic's papers, so that it follows when topics are computed anew. */
  z.strictObject({ kind: z.literal('rename-topic'), topic: z.string(), label: z.string().trim().min(1).max(200) }),
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
  selection: viewStateSchema.shape.selection.default(null),
});
export type FigureOptions = z.infer<typeof figureOptionsSchema>;

/** Formats the window can export; a subset of the command line's endings. */
export const EXPORT_FORMATS = ['png', 'svg', 'json', 'gexf', 'graphml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What the user is asked to choose files for. */
export const FILE_PURPOSES = ['import', 'open', 'thesaurus'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/** The commands, each with the check of its arguments at the door. */
export const COMMAND_ARGUMENTS = {
  'host.info': z.strictObject({}),
  'host.chooseFiles': z.strictObject({ purpose: z.enum(FILE_PURPOSES) }),
  'host.saveFile': z.strictObject({ name: z.string().min(1).max(200), bytes: z.instanceof(Uint8Array) }),
  'host.openLink': z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) }),
  'host.setTheme': z.strictObject({ theme: z.enum(THEMES) }),

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

  'edit.apply': z.strictObject({ edit: editSchema }),
  'edit.undo': z.strictObject({}),
  'edit.redo': z.strictObject({}),

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
}

export interface RecentLibrary {
  id: string;
  name: string;
  /** Where it lies, for display only. */
  place: string;
  openedAt: string;
}

/** All that the window needs to show a library; `map` is null while it has no papers. Edits are already applied to the map. */
export interface LibraryState {
  name: string;
  /** True until the library is saved to a place of the user's. */
  unsaved: boolean;
  settings: MapSettings;
  view: ViewState;
  map: TopicMap | null;
  canUndo: boolean;
  canRedo: boolean;
  /** What the next undo and redo would do, as a phrase: "Move 3 papers". */
  undoLabel: string | null;
  redoLabel: string | null;
  recent: RecentLibrary[];
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

/** Menu entries that the desktop menu sends to the window; ids of the renderer's commands. */
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

