import { z } from 'zod';
import type { PathReply, ReviewItem, SearchReply, SettingsPreview, TopicComparison } from './answers.ts';
import { appMenuSchema } from './app-menu.ts';
import type { ConceptDetail, LinkExplanation, PaperDetail, PaperFacts } from './details.ts';
import { editSchema } from './edit.ts';
import { EVENT_NAMES as names } from './event-names.ts';
import { CORRECTION_FORMATS, EXPORT_FORMATS, figureOptionsSchema, PAPER_EXPORT_FORMATS, type FileBytes } from './export-options.ts';
import type { Failure } from './failures.ts';
import type { ImportReply, LibraryState, ThesaurusList, ThesaurusReply } from './library-state.ts';
import type { Stage } from './paper.ts';
import { GUIDE_STATES, mapSettingsSchema, pathEndSchema, THEMES, viewStateSchema, type GuideState, type Theme } from './settings.ts';
import type { TopicMap } from './topic-map.ts';

/*
 * One map of commands, one of events. The page knows nothing else of its host.
 * Files never cross the wall as paths: a host hands out opaque references for the files that the user
 * chose, dropped or uploaded, and takes only those back.
 */

/** A file the user chose, dropped, uploaded or started the app with. `ref` means something to the host that issued it only. */
const fileRefSchema = z.strictObject({ ref: z.string().min(1).max(200), name: z.string().min(1).max(400) });
export type FileRef = z.infer<typeof fileRefSchema>;

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

