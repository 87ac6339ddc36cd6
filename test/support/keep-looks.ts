import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../electron/hosts/start/build.ts';
import { launchBrowser } from './browser.ts';
import { LOOKS, LOOKS_FOLDER, takeLook } from './looks.ts';

/* Keeps how the screens look now as what they are to look like: node test/support/keep-looks.ts [part of a name]. Look at the pictures before you commit them. */

const [wanted = ''] = process.argv.slice(2);
mkdirSync(LOOKS_FOLDER, { recursive: true });
await ensureBuilt();
const browser = await launchBrowser();
for (const look of LOOKS.filter(({ name }) => name.includes(wanted))) {
  writeFileSync(join(LOOKS_FOLDER, `${look.name}.png`), await takeLook(browser, look));
  console.log(`kept ${look.name}`);
}
await browser.close();
