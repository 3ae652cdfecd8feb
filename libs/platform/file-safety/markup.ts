import { fileErrors } from './file.errors.js';

const svg = /^<(?:[a-z]{1,20}:)?svg[\s>/]/iu;
/** What makes a browser read a file as HTML (WHATWG MIME Sniffing 7.1), at its start. */
const html =
  /^(?:<!doctype\s|<(?:html|head|body|script|iframe|style|title|table|div|span|font|img|object|embed|form|meta|link|base|h[1-6]|br|p|a|b)[\s>/])/iu;
/** After an XML declaration only this makes a page. */
const page = /^<(?:!doctype\s+html|html)[\s>]/iu;
const script = /^(?:#!|<\?php|<%|@echo off|windows registry editor|\[internetshortcut\]|\[desktop entry\])/iu;
const scriptExtensions =
  /^(?:bat|cmd|com|cpl|hta|js|jse|mjs|cjs|ps1|psm1|py|pl|php|rb|sh|bash|vbs|vbe|vb|wsf|wsh|scr|reg|lnk|url|desktop|jar|ts|tsx|jsx)$/;

/** @throws files.html, files.svg or files.script when the beginning of a file is read as one of them, whatever it is called */
export function refuseMarkup(head: Buffer): void {
  const text = decodeHead(head)
    .replace(/^\ufeff/u, '')
    .trimStart();
  const uncommented = text.replace(/^(?:<!--[\s\S]{0,2000}?-->|\s)+/u, '');
  const bare = uncommented.replace(
    /^(?:<\?xml[^>]{0,300}\?>|<!--[\s\S]{0,2000}?-->|<!doctype svg[^>]{0,500}>|\s)+/iu,
    '',
  );
  if (svg.test(bare)) throw fileErrors.svg();
  if (html.test(uncommented) || page.test(bare) || text.startsWith('<!--')) throw fileErrors.html();
  if (script.test(text)) throw fileErrors.script();
}

/** @throws files.script for a name that a computer would run */
export function refuseScriptName(extension: string): void {
  if (scriptExtensions.test(extension)) throw fileErrors.script();
}

/** UTF-16 too: a browser follows the byte order mark. */
function decodeHead(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff)
    return Buffer.from(head.subarray(0, head.length & ~1))
      .swap16()
      .toString('utf16le');
  return head.toString('utf8');
}
