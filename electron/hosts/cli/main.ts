import { failureOf } from '../../../shared/failures.ts';
import { COMMANDS } from './commands.ts';
import { parseCommandLine, USAGE, UsageError } from './options.ts';

const FAILED = 1;
const WRONG_USAGE = 2;

async function main(args: string[]): Promise<number> {
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

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : FAILED));
process.exitCode = await main(process.argv.slice(2));
