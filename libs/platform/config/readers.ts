import { isIP } from 'node:net';
import type { FaultCode } from './faults.js';

/** What reading one setting gives: its value, or why it cannot be used. */
export type Reading<T> =
  { ok: true; value: T } | { ok: false; code: FaultCode; params?: Record<string, string | number> };
export type Reader<T> = (text: string) => Reading<T>;

const good = <T>(value: T): Reading<T> => ({ ok: true, value });
const bad = (code: FaultCode, params?: Record<string, string | number>): Reading<never> =>
  params ? { ok: false, code, params } : { ok: false, code };

const words = new Map([
  ['true', true],
  ['1', true],
  ['on', true],
  ['yes', true],
  ['false', false],
  ['0', false],
  ['off', false],
  ['no', false],
]);

export const text: Reader<string> = (value) => good(value);

export const flag: Reader<boolean> = (value) => {
  const read = words.get(value.toLowerCase());
  return read === undefined ? bad('notABoolean') : good(read);
};

export function integer(min: number, max: number): Reader<number> {
  return (value) => {
    if (!/^-?\d{1,12}$/.test(value)) return bad('notAnInteger');
    const number = Number(value);
    return number < min || number > max ? bad('outOfRange', { min, max }) : good(number);
  };
}

export function choice<const T extends string>(...choices: readonly T[]): Reader<T> {
  return (value) => {
    const found = choices.find((one) => one === value);
    return found === undefined ? bad('notAChoice', { choices: choices.join(', ') }) : good(found);
  };
}

function url(value: string, protocols: readonly string[]): URL | null {
  if (!URL.canParse(value)) return null;
  const parsed = new URL(value);
  return protocols.includes(parsed.protocol) ? parsed : null;
}

export const postgresUrl: Reader<string> = (value) => {
  const parsed = url(value, ['postgres:', 'postgresql:']);
  return parsed && parsed.username !== '' && parsed.pathname.length > 1 ? good(value) : bad('notAPostgresUrl');
};

export const redisUrl: Reader<string> = (value) =>
  url(value, ['redis:', 'rediss:'])?.hostname ? good(value) : bad('notARedisUrl');

export const smtpUrl: Reader<string> = (value) =>
  url(value, ['smtp:', 'smtps:'])?.hostname ? good(value) : bad('notAnSmtpUrl');

export const origin: Reader<string> = (value) => {
  const parsed = url(value, ['http:', 'https:']);
  const bare =
    parsed && parsed.pathname === '/' && parsed.search === '' && parsed.hash === '' && parsed.username === '';
  return bare ? good(parsed.origin) : bad('notAnOrigin');
};

export const httpUrl: Reader<string> = (value) =>
  url(value, ['http:', 'https:'])?.hostname ? good(value) : bad('notAWebAddress');

export const mailbox: Reader<string> = (value) => {
  const address = /^[^<>\r\n]*<([^<>]*)>$/.exec(value)?.[1] ?? value;
  return /^[\x21-\x7e]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(address) && address.split('@').length === 2
    ? good(value)
    : bad('notAMailbox');
};

/** As every S3-compatible store takes them: they become part of an address. */
export const bucketName: Reader<string> = (value) =>
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value) && !value.includes('..') ? good(value) : bad('notABucket');

export function secret(min: number): Reader<string> {
  return (value) => (value.length < min ? bad('tooShort', { min }) : good(value));
}

export const addressBlocks: Reader<readonly string[]> = (value) => {
  const blocks = value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const fits = (block: string): boolean => {
    const [address = '', bits, ...rest] = block.split('/');
    const family = isIP(address);
    if (family === 0 || rest.length > 0) return false;
    return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
  };
  return blocks.every(fits) ? good(Object.freeze(blocks)) : bad('notAnAddress');
};

/** Names or addresses without scheme and port, as a URL has them: small letters. */
export const hostNames: Reader<readonly string[]> = (value) => {
  const hosts = value
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
  const fits = (host: string): boolean => isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host);
  return hosts.every(fits) ? good(Object.freeze(hosts)) : bad('notAHost');
};
