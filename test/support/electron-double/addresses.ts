/*
 * Chromium by itself knows no custom schemes, so a page of atlas://app is shown under an https origin of its own,
 * which keeps origins, policies and relative addresses as they are.
 */

const SUFFIX = '.atlas-scheme.test';

/** The https address under which the browser shows an address of a custom scheme; others stay. */
export function toBrowser(address: string): string {
  const { protocol, host, pathname, search, hash } = new URL(address);
  return protocol === 'atlas:' ? `https://${host}${SUFFIX}${pathname || '/'}${search}${hash}` : address;
}

/** The app's own address of one that the browser shows. */
export function fromBrowser(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname, search, hash } = new URL(address);
  return host.endsWith(SUFFIX) ? `atlas://${host.slice(0, -SUFFIX.length)}${pathname}${search}${hash}` : address;
}
