import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';

/** One answer to a request for a file of the page. */
export interface PageFile {
  status: 200 | 404;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** What index.html has where the nonce of its load belongs. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * The content security policy of the page. Scripts and styles come from the app alone; a <style> element that a library
 * adds needs the nonce of this load.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Headers that go with everything the page is given. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Folder of the built page: beside the bundle, or under dist/ when run from the sources. */
export function builtPageFolder(here: string = import.meta.dirname): string {
  return basename(here) === 'dist' ? join(here, 'renderer') : join(here, '..', '..', 'dist', 'renderer');
}

/**
 * The file of the page that a URL's path names, with its headers; "/" is index.html, which gets a nonce of its own on every load.
 * A path that leaves the folder, and one that is no file, is answered with 404.
 */
export async function readPageFile(folder: string, urlPath: string): Promise<PageFile> {
  const path = pathInside(folder, urlPath);
  const content = path === null ? null : await readFile(path).catch(() => null);
  if (path === null || content === null) return notFound();
  const nonce = randomBytes(16).toString('base64');
  const isPage = extname(path) === '.html';
  return {
    status: 200,
    headers: {
      ...SAFE_HEADERS,
      'content-type': MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': cacheControl(folder, path),
    },
    body: isPage ? Buffer.from(content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)) : content,
  };
}

function notFound(): PageFile {
  return { status: 404, headers: { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }, body: Buffer.from('Not found.\n') };
}

/** Built assets carry a hash of their content in their names, so they never change. */
function cacheControl(folder: string, path: string): string {
  return path.startsWith(join(folder, 'assets') + sep) ? 'private, max-age=31536000, immutable' : 'no-store';
}

/** The full path that a URL's path names in a folder; null where it leads out of it or can't be a file's name. */
function pathInside(folder: string, urlPath: string): string | null {
  const decoded = decode(urlPath);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  if (decoded.split('/').includes('..')) return null;
  return join(folder, decoded === '/' || decoded === '' ? 'index.html' : decoded);
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}
