import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url: the value of the session cookie. Never stored. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: its SHA-256. */
export function hashSessionToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
