import { resolve } from 'node:path';

export interface DesktopArguments {
  /** Full paths of the files to open. */
  files: string[];
  /** Folder of the user's data where it is not the usual one. */
  dataFolder: string | null;
}

const DATA_FOLDER_OPTION = '--data-folder=';

/**
 * What the app was started with. `argv` is the process's; a packaged app has one entry before the arguments, a checkout's has
 * two (Electron and the project's folder). Options that are Chromium's or Electron's are passed over.
 */
export function readArguments(argv: readonly string[], { packaged, folder }: { packaged: boolean; folder: string }): DesktopArguments {
  const given = argv.slice(packaged ? 1 : 2);
  const dataFolder = given.find((argument) => argument.startsWith(DATA_FOLDER_OPTION))?.slice(DATA_FOLDER_OPTION.length);
  const files = given.filter((argument) => argument !== '' && !argument.startsWith('-')).map((file) => resolve(folder, file));
  return { files, dataFolder: dataFolder ? resolve(folder, dataFolder) : null };
}
