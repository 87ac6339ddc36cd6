import { app, nativeTheme, type BrowserWindow } from 'electron';
import type { AppMenu } from '../../../shared/app-menu.ts';
import type { GuideState, Theme } from '../../../shared/settings.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { APP_VERSION } from '../app-identity.ts';
import type { FileReferences } from '../file-references.ts';
import type { SettingsFile } from '../host-settings.ts';
import type { HostServices } from '../services.ts';
import { askForFiles, askForPlace, writeWhole } from './files.ts';
import { openExternally } from './security.ts';

export interface DesktopServicesParts {
  window: () => BrowserWindow | null;
  references: FileReferences;
  theme: SettingsFile<{ theme: Theme }>;
  /** Called after the theme changed. */
  guide: SettingsFile<{ guide: GuideState }>;
  showMenu: (menu: AppMenu) => void;
}

/** The desktop's own dialogs, theme and browser. */
export function createDesktopServices({ window, references, theme, guide, showMenu }: DesktopServicesParts): HostServices {
  const openWindow = () => {
    const found = window();
    if (!found) throw new AtlasError('call.refused');
    return found;
  };
  return {
    info: () => ({ kind: 'desktop', version: APP_VERSION, platform: process.platform, theme: nativeTheme.themeSource, guide: guide.read().guide }),
    resolve: (ref) => references.resolve(ref),
    async chooseFiles(purpose) {
      const paths = await askForFiles(openWindow(), purpose);
      return paths.map((path) => references.issue(path));
    },
    async saveFile(name, bytes) {
      const place = await askForPlace(openWindow(), name);
      if (place !== null) await writeWhole(place, bytes);
      return place;
    },
    async choosePlaceForLibrary(name) {
      const place = await askForPlace(openWindow(), name.endsWith('.atlas') ? name : `${name}.atlas`);
      if (place !== null) app.addRecentDocument(place);
      return place;
    },
    openLink: openExternally,
    setTheme(chosen) {
      nativeTheme.themeSource = chosen;
      theme.write({ theme: chosen });
    },
    setGuide: (state) => guide.write({ guide: state }),
    showMenu,
  };
}
