import { failureOf } from '../../../shared/failures.ts';
import { COMMANDS } from './commands.ts';
import { parseCommandLine, USAGE, UsageError } from './options.ts';

/** Exit code of a run that could not do what was asked. */
export const FAILED = 1;
const WRONG_USAGE = 2;

/** Runs one command line (the arguments after the program's name) and gives the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args[0] === 'help') {
    process.stdout.write(USAGE);
    return args.length === 0 ? WRONG_USAGE : 0;
  }
  try {
    const options = parseCommandLine(args);
    await COMMANDS[options.command](options);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\nconcept-atlas --help lists every command and option.\n`);
      return WRONG_USAGE;
    }
    process.stderr.write(`${failureOf(error).message}\n`);
    return FAILED;
  }
}
