import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may talk to the web host: the one browser that first came with the one-time token. */
export interface Session {
  /** The token for the next browser; an earlier one that was not used ends. */
  issueToken(): string;
  /** Exchanges the token for the Set-Cookie header that lets this browser in from now on; null for a wrong or spent one. */
  redeem(token: string): string | null;
  /** Whether a request's Cookie header is of a browser that was let in. */
  knows(cookieHeader: string | undefined): boolean;
}

const SECRET_BYTES = 32;

const newSecret = () => randomBytes(SECRET_BYTES).toString('base64url');

/** A session whose cookie carries the host's port in its name, since browsers share cookies between the ports of one address. */
export function createSession(port: number): Session {
  const cookieName = `concept-atlas-${port}`;
  const cookies = new Set<string>();
  let token: string | null = null;
  return {
    issueToken: () => (token = newSecret()),
    redeem(given) {
      if (token === null || !same(given, token)) return null;
      token = null;
      const cookie = newSecret();
      cookies.add(cookie);
      return `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
    },
    knows(cookieHeader) {
      const given = cookieOf(cookieHeader, cookieName);
      return given !== null && [...cookies].some((cookie) => same(given, cookie));
    },
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing about where two secrets differ. */
function same(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function cookieOf(header: string | undefined, name: string): string | null {
  const found = header?.split(';').map((pair) => pair.trim()).find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}
