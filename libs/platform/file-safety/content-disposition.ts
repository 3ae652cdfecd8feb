import write from 'content-disposition';

/**
 * The header that gives a file its name back, on Windows, macOS and Linux (RFC 6266): the name itself in UTF-8 and NFC, and for
 * programs that cannot read that, its ASCII letters (pitfalls.md 49). `name` comes from `cleanFileName`.
 */
export function contentDisposition(name: string, kind: 'attachment' | 'inline'): string {
  const whole = name.normalize('NFC').replace(/\p{Cs}/gu, '_');
  return write(whole, { type: kind, fallback: asciiName(whole) });
}

/** `議事録 final.pdf` → `_ final.pdf`. No percent sign: some browsers would decode what follows it. */
function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]+/gu, '_').replace(/["%\\/]/gu, '_');
}
