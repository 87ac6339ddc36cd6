import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/*
 * npm test: types, lint, build, then every test. All steps run, whatever fails before; the exit code is 0 only if all passed.
 * The last line counts tests; a step that fails counts as one failed test.
 */

const PROJECT_FOLDER = join(import.meta.dirname, '..');

const resultsSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

const tool = (...path: string[]) => join(PROJECT_FOLDER, 'node_modules', ...path);

const STEPS: { name: string; args: string[] }[] = [
  { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '--noEmit'] },
  { name: 'lint', args: [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--quiet'] },
  { name: 'build', args: [join(PROJECT_FOLDER, 'electron', 'hosts', 'start', 'build-only.ts')] },
];

function run(name: string, args: string[]): boolean {
  process.stdout.write(`\n── ${name}\n`);
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: PROJECT_FOLDER, stdio: 'inherit' });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  return status === 0;
}

/** Runs the tests that the arguments select, or all; gives the counts, or null where the runner itself failed. */
function runTests(selection: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'concept-atlas-results-'));
  const file = join(folder, 'results.json');
  run('tests', [tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...selection]);
  try {
    return resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const failedSteps = STEPS.filter(({ name, args }) => !run(name, args)).length;
const results = runTests(process.argv.slice(2));
const failed = failedSteps + (results ? Math.max(results.numFailedTests, results.numFailedTestSuites > 0 ? 1 : 0) : 1);
const skipped = results ? results.numPendingTests + results.numTodoTests : 0;
process.stdout.write(`\n${results?.numPassedTests ?? 0} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(failed === 0 ? 0 : 1);
