import { parseArgs } from 'node:util';
import { DEFAULT_MAP_SETTINGS, mapSettingsSchema, SIMILARITY_IDS, SPARSIFIER_IDS, VIEWS, type MapSettings, type View } from '../../../shared/settings.ts';
import { PAPER_FORMATS, type PaperFormat } from '../../../shared/paper.ts';

/** Wrong usage: a sentence for the user, and exit code 2. */
export class UsageError extends Error {}

export const CLI_COMMANDS = ['map', 'concepts', 'related', 'path', 'check'] as const;
export type CliCommand = (typeof CLI_COMMANDS)[number];

/** What stands in place of a thesaurus file to leave the built-in one out. A file of that name is ./none. */
const NO_THESAURUS = 'none';

/** Everything that the command line can say, checked. */
export interface CliOptions {
  command: CliCommand;
  inputs: string[];
  outputs: string[];
  settings: MapSettings;
  /** Files; where two disagree, the later one counts. */
  thesauri: string[];
  /** False where `--thesaurus none` leaves out the one that ships with the engine. */
  builtInThesaurus: boolean;
  view: View;
  title: string;
  report: string | null;
  limit: number | null;
  format: PaperFormat | null;
  quiet: boolean;
  top: number | null;
  paper: string;
  from: string;
  to: string;
}

export const USAGE = `Concept Atlas: a map of what a pile of papers is about.

  map INPUT… -o OUT [-o OUT…]      the whole map; the ending decides: .json .svg .png .gexf .graphml,
                                   or all papers: .bib .ris
  concepts INPUT… [--top 10]       one JSON line a paper with its concepts, best first,
                                   each with the chance (0 to 1) that an author or indexer would name it
  related INPUT… --paper "TITLE OR ID" [--top 5]
                                   the most related papers, and why
  path INPUT… --from "TITLE OR ID" --to "TITLE OR ID"
                                   the strongest chain of papers between two
  check FILE.atlas                 verifies a library file; changes nothing

INPUT is a file, a folder, or - for standard input; .gz is unpacked on the fly.

  --resolution R   more topics above 1, fewer below (1)     --seed N        seed of chance (1)
  --min-papers N   papers a concept must occur in (2)       --limit N       read at most N papers
  --similarity NAME  ${SIMILARITY_IDS.join(', ')} (cosine)
  --sparsifier NAME  which links are kept: ${SPARSIFIER_IDS.join(', ')} (strongest)
  --thesaurus FILE SKOS (Turtle, RDF/XML, JSON-LD), VOSviewer or CSV; repeatable, the last one counts most;
                   none leaves out the built-in one on machine learning
  --format NAME    ${PAPER_FORMATS.join(', ')}
  --view NAME      papers, concepts or both (figures)       --title TEXT    title of the figure
  --report FILE    what was read and skipped, as JSON       --quiet         no progress
`;

/** Reads the arguments after the program's name. Throws UsageError with what is wrong and what to do. */
export function parseCommandLine(args: readonly string[]): CliOptions {
  const { values, positionals } = parse(args);
  const [command, ...inputs] = positionals;
  if (command === undefined || !isCommand(command)) throw new UsageError(`Say what to do: ${CLI_COMMANDS.join(', ')}.`);
  if (inputs.length === 0) throw new UsageError(`Name at least one input after “${command}”: a file, a folder, or - for standard input.`);
  const outputs = values.output ?? [];
  if (command === 'map' && outputs.length === 0) throw new UsageError('Name at least one output with -o, for example -o map.svg.');
  if (command === 'related' && !values.paper) throw new UsageError('Name the paper with --paper "TITLE OR ID".');
  if (command === 'path' && (!values.from || !values.to)) throw new UsageError('Name both papers with --from and --to.');
  return {
    command,
    inputs,
    outputs,
    settings: settingsOf(values),
    thesauri: values.thesaurus?.filter((name) => name !== NO_THESAURUS) ?? [],
    builtInThesaurus: !values.thesaurus?.includes(NO_THESAURUS),
    view: oneOf('--view', values.view ?? 'papers', VIEWS),
    title: values.title ?? '',
    report: values.report ?? null,
    limit: values.limit === undefined ? null : wholeNumber('--limit', values.limit),
    format: values.format === undefined ? null : oneOf('--format', values.format, PAPER_FORMATS),
    quiet: values.quiet ?? false,
    top: values.top === undefined ? null : wholeNumber('--top', values.top),
    paper: values.paper ?? '',
    from: values.from ?? '',
    to: values.to ?? '',
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o', multiple: true },
        resolution: { type: 'string' },
        seed: { type: 'string' },
        thesaurus: { type: 'string', multiple: true },
        'min-papers': { type: 'string' },
        similarity: { type: 'string' },
        sparsifier: { type: 'string' },
        view: { type: 'string' },
        title: { type: 'string' },
        report: { type: 'string' },
        limit: { type: 'string' },
        format: { type: 'string' },
        quiet: { type: 'boolean' },
        top: { type: 'string' },
        paper: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function settingsOf(values: { resolution?: string; seed?: string; 'min-papers'?: string; similarity?: string; sparsifier?: string }): MapSettings {
  const given = {
    ...DEFAULT_MAP_SETTINGS,
    ...(values.resolution === undefined ? {} : { resolution: Number(values.resolution) }),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    ...(values['min-papers'] === undefined ? {} : { minPapers: Number(values['min-papers']) }),
    ...(values.similarity === undefined ? {} : { similarity: oneOf('--similarity', values.similarity, SIMILARITY_IDS) }),
    ...(values.sparsifier === undefined ? {} : { sparsifier: oneOf('--sparsifier', values.sparsifier, SPARSIFIER_IDS) }),
  };
  const checked = mapSettingsSchema.safeParse(given);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  const option = { resolution: '--resolution', seed: '--seed', minPapers: '--min-papers' }[String(issue?.path[0])] ?? String(issue?.path[0]);
  throw new UsageError(`${option}: ${issue?.message ?? 'out of range'}.`);
}

function isCommand(word: string): word is CliCommand {
  return (CLI_COMMANDS as readonly string[]).includes(word);
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value);
  if (found === undefined) throw new UsageError(`${option} takes one of: ${allowed.join(', ')}.`);
  return found;
}

function wholeNumber(option: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${option} takes a whole number from 1.`);
  return number;
}
