import { AtlasError } from '../../../shared/failures.ts';
import { APP_VERSION } from '../app-identity.ts';
import type { FileReferences } from '../file-references.ts';
import { guideSetting } from '../guide-setting.ts';
import type { HostServices } from '../services.ts';
import { themeSetting } from '../theme-setting.ts';

const noDialogs = () => Promise.reject(new AtlasError('host.noDialogs'));

/** What a browser needs of its host: no dialogs (the page has its own), downloads instead of places. */
export function createWebServices(references: FileReferences, dataFolder: string): HostServices {
  const setting = themeSetting(dataFolder);
  const guide = guideSetting(dataFolder);
  let { theme } = setting.read();
  return {
    info: () => ({ kind: 'web', version: APP_VERSION, platform: process.platform, theme, guide: guide.read().guide }),
    resolve: (ref) => references.resolve(ref),
    chooseFiles: noDialogs,
    saveFile: noDialogs,
    choosePlaceForLibrary: () => Promise.resolve('download'),
    /** Checked at the door like every command; the page then opens the tab itself. */
    openLink: () => Promise.resolve(),
    setTheme(chosen) {
      theme = chosen;
      setting.write({ theme });
    },
    setGuide: (state) => guide.write({ guide: state }),
    showMenu: () => undefined,
  };
}
