import { resolve } from 'node:path';

export interface DesktopArguments {
  /** Full paths of the files to open. */
  files: string[];
  /** Folder of the user's data where it is not the usual one. */
  dataFolder: string | null;
}

const DATA_FOLDER_OPTION = '--data-folder=';

/**
 * What the app was started with. `argv` is the process's: the program, options of ours, Chromium's and Electron's (those are passed
 * over), and the files, before which an app that is not packaged has the project's folder.
 */
export function readArguments(argv: readonly string[], { packaged, folder }: { packaged: boolean; folder: string }): DesktopArguments {
  const given = argv.slice(1);
  const dataFolder = given.find((argument) => argument.startsWith(DATA_FOLDER_OPTION))?.slice(DATA_FOLDER_OPTION.length);
  const places = given.filter((argument) => argument !== '' && !argument.startsWith('-'));
  const files = (packaged ? places : places.slice(1)).map((file) => resolve(folder, file));
  return { files, dataFolder: dataFolder ? resolve(folder, dataFolder) : null };
}
