const breaks = /\r\n?|[\u0085\u2028\u2029]/gu;
const controls = /(?!\n)\p{Cc}/gu;

/** Text for a TEXT value: one kind of line break, no other control character, well-formed. The library escapes the rest (pitfalls.md 18). */
export function plainText(text: string): string {
  return text
    .replace(breaks, '\n')
    .replaceAll('\t', ' ')
    .replace(controls, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** As `plainText`, on one line. */
export const oneLine = (text: string): string =>
  plainText(text)
    .replace(/\s*\n\s*/gu, ' ')
    .trim();

/** A name inside a quoted parameter, which knows no escapes (RFC 5545 3.2): quotes and backslashes become other signs. */
export const parameterText = (text: string): string => oneLine(text).replaceAll('"', "'").replaceAll('\\', '/');

/** @throws TypeError for a UID that is not visible ASCII: one with a line break would be a second property */
export function safeUid(uid: string): string {
  if (!/^[\x21-\x7e]{1,200}$/u.test(uid)) throw new TypeError('calendarFiles.unsafeUid');
  return uid;
}

/** @throws TypeError for an address that is not http(s) or has signs a property value would need escaped */
export function safeUrl(url: string): string {
  if (!/^https?:\/\/[\x21-\x7e]{1,2000}$/u.test(url) || /[;,\\"<>]/u.test(url))
    throw new TypeError('calendarFiles.unsafeUrl');
  return url;
}

/** @throws TypeError for what is no bare mail address */
export function safeAddress(address: string): string {
  if (!/^[^\s,;:<>()"@\\\p{Cc}]+@[^\s,;:<>()"@\\\p{Cc}]+$/u.test(address) || address.length > 254)
    throw new TypeError('calendarFiles.unsafeAddress');
  return address;
}
