import type { AppMenu } from '../../shared/app-menu.ts';
import type { FilePurpose, FileRef, HostInfo } from '../../shared/contract.ts';
import type { GuideState, Theme } from '../../shared/settings.ts';
import type { ResolvedFile } from '../engine/commands.ts';

/** What a host gives to dispatch: everything that differs between desktop and web, and nothing else. */
export interface HostServices {
  info(): HostInfo;
  /** The file behind a reference that this host issued; throws AtlasError('call.refused') for any other. `temporary` for uploads. */
  resolve(ref: FileRef): ResolvedFile & { temporary: boolean };
  /** Shows the host's dialog; empty when cancelled. Web: throws host.noDialogs. */
  chooseFiles(purpose: FilePurpose): Promise<FileRef[]>;
  /** Lets the user choose a place and writes there; null when cancelled. Web: throws host.noDialogs. */
  saveFile(name: string, bytes: Uint8Array): Promise<string | null>;
  /** Where to save the library: a path, null when cancelled, or 'download' where the page takes the bytes. */
  choosePlaceForLibrary(name: string): Promise<string | null>;
  openLink(url: string): Promise<void>;
  setTheme(theme: Theme): void;
  setGuide(guide: GuideState): void;
  /** Draws the system's menu of the app. Web: nothing to draw. */
  showMenu(menu: AppMenu): void;
}
