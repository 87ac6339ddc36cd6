import { spawn } from 'node:child_process';

/** Opens an address in the user's browser by the platform's own command. Says nothing where there is none: the address is printed as well. */
export function openBrowser(address: string, platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env): void {
  const command = openingCommand(platform, environment);
  if (!command) return;
  const child = spawn(command.program, [...command.args, address], { stdio: 'ignore', detached: true, windowsHide: true });
  child.on('error', () => undefined);
  child.unref();
}

/** The program that opens an address; null where there is no screen to open it on. */
export function openingCommand(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): { program: string; args: string[] } | null {
  if (platform === 'darwin') return { program: 'open', args: [] };
  if (platform === 'win32') return { program: 'rundll32', args: ['url.dll,FileProtocolHandler'] };
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return null;
  return { program: 'xdg-open', args: [] };
}
