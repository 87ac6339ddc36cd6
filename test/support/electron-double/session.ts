export type PermissionRequestHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;

export const permissions = {
  request: ((_contents, _permission, answer) => answer(true)) as PermissionRequestHandler,
  check: (() => true) as (...details: unknown[]) => boolean,
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: PermissionRequestHandler): void => void (permissions.request = handler),
    setPermissionCheckHandler: (handler: (...details: unknown[]) => boolean): void => void (permissions.check = handler),
    setDevicePermissionHandler: (): void => undefined,
  },
};
