import { fileErrors } from './file.errors.js';

const svg = /<(?:[a-z]{1,20}:)?svg[\s>/]/iu;
/** What makes a browser read a file as HTML (WHATWG MIME Sniffing 7.1), at its start. */
const html =
  /^(?:<!doctype\s|<(?:html|head|body|script|iframe|style|title|table|div|span|font|img|svg|object|embed|form|meta|link|base|h[1-6]|br|p|a|b)[\s>/])/iu;
/** And what no plain text has anywhere near its start. */
const active = /<(?:script|iframe|object|embed|html|!doctype html)[\s>/]/iu;
const script =
  /^(?:#!|<\?php|<%|@echo off|rem |windows registry editor|\[internetshortcut\]|\[desktop entry\]|option explicit|function |import |require\(|var |const |let |wscript\.|powershell|param\s*\()/iu;
const scriptExtensions =
  /^(?:bat|cmd|com|cpl|hta|js|jse|mjs|cjs|ps1|psm1|py|pl|php|rb|sh|bash|vbs|vbe|vb|wsf|wsh|scr|reg|lnk|url|desktop|jar|ts|tsx|jsx)$/;

/** @throws files.html, files.svg or files.script when the beginning of a file is read as one of them, whatever it is called */
export function refuseMarkup(head: Buffer): void {
  const text = decodeHead(head)
    .replace(/^\ufeff/u, '')
    .trimStart();
  const bare = text.replace(/^(?:<\?xml[^>]{0,300}\?>|<!--[\s\S]{0,2000}?-->|<!doctype svg[^>]{0,500}>|\s)+/iu, '');
  if (svg.test(bare.slice(0, 1000)) && bare.startsWith('<')) throw fileErrors.svg();
  if (html.test(bare) || html.test(text) || active.test(text)) throw fileErrors.html();
  if (script.test(text) && looksLikeCode(text)) throw fileErrors.script();
}

/** @throws files.script for a name that a computer would run */
export function refuseScriptName(extension: string): void {
  if (scriptExtensions.test(extension)) throw fileErrors.script();
}

/** A word of prose may begin like a command; a command has signs that prose has not. */
function looksLikeCode(text: string): boolean {
  return (
    /^(?:#!|<\?php|<%|@echo off|windows registry editor|\[internetshortcut\]|\[desktop entry\])/iu.test(text) ||
    /[;{}=]|\(\)/u.test(text.slice(0, 400))
  );
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
