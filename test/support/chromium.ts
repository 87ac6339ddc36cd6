import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE_FOLDER = join(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '..', '..');

/** What is needed to start the Chromium that ships inside @sparticuz/chromium. */
export interface Chromium {
  executable: string;
  environment: NodeJS.ProcessEnv;
  args: string[];
}

/** Chromium's own flags leave web security off and run it in one process, which tests of an app's security can't use. */
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--hide-scrollbars', '--mute-audio'];

/** The browser to test with: ATLAS_TEST_BROWSER where that names an executable, else the one that ships inside its package (for Linux). */
export async function testChromium(): Promise<Chromium> {
  const own = process.env.ATLAS_TEST_BROWSER;
  return own ? { executable: own, environment: process.env, args: ARGS } : unpackedChromium();
}

/** The unpacked Chromium: unpacked once a version into a folder of its own, whole before it gets its name, so that test files may start at once. */
async function unpackedChromium(): Promise<Chromium> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `concept-atlas-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(join(folder, 'chromium'))) await unpackInto(folder);
  const libraries = missesLibraries(join(folder, 'chromium')) ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {};
  const fonts = hasFonts() ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  return { executable: join(folder, 'chromium'), environment: { ...process.env, ...libraries, ...fonts }, args: ARGS };
}

/** The package unpacks into the folder for temporary files, and takes what is there already for whole: each unpacking gets such a folder of its own. */
async function unpackInto(folder: string): Promise<void> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const partial = mkdtempSync(join(tmpdir(), 'concept-atlas-chromium-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = partial;
  try {
    await chromium.executablePath();
    await inflate(join(PACKAGE_FOLDER, 'bin', 'al2023.tar.br'));
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}

/** Whether the system lacks shared libraries that the package brings along. */
function missesLibraries(executable: string): boolean {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found');
  } catch {
    return false;
  }
}

function hasFonts(): boolean {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some((folder) => existsSync(folder));
}
