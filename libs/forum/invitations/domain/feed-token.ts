import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url. Shown once, never stored. */
export const newFeedToken = (): string => randomBytes(32).toString('base64url');

export const isFeedToken = (text: string): boolean => /^[\w-]{43}$/u.test(text);

/** What is stored of a token: its SHA-256. */
export const hashFeedToken = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();
