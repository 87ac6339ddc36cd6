import { enableCompileCache } from 'node:module';

// Before anything else is loaded: from the second start on, compiled code (and types already stripped) comes from the cache
enableCompileCache();
const { FAILED, runCommandLine } = await import('./run-command-line.ts');

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : FAILED));
process.exitCode = await runCommandLine(process.argv.slice(2));
