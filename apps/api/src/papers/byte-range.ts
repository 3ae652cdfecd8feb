/** Which bytes a request asks for: all of them, some, or none that there are. Both ends are included. */
export type AskedBytes = 'all' | 'none' | { readonly start: number; readonly end: number };

/**
 * Reads a Range header (RFC 9110, 14). What is no range of bytes, asks for several, or is bound by If-Range to another content is as if
 * it were not there.
 * @param etag the present entity tag, quoted; a weak tag or a date in If-Range never matches
 */
export function askedBytes(
  size: number,
  etag: string,
  headers: { readonly range?: string | undefined; readonly 'if-range'?: string | string[] | undefined },
): AskedBytes {
  const condition = headers['if-range'];
  if (headers.range === undefined || (condition !== undefined && condition !== etag)) return 'all';
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range.trim()) ?? [];
  if (first === '' && last === '') return 'all';
  if (first === '') return suffix(size, Number(last));
  const start = Number(first);
  const end = last === '' ? size - 1 : Number(last);
  if (end < start && last !== '') return 'all';
  return start >= size ? 'none' : { start, end: Math.min(end, size - 1) };
}

/** `bytes=-500`: the last 500. Nothing has no last part. */
function suffix(size: number, length: number): AskedBytes {
  return length === 0 || size === 0 ? 'none' : { start: Math.max(0, size - length), end: size - 1 };
}

/** True when If-None-Match names this content; weak comparison, as RFC 9110 13.1.2 has it. */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
