/** Path at which a reader stops the mail of the day: a page, and the address their mail program posts to (RFC 8058). */
export function unsubscribePath(token: string): string {
  return `/unsubscribe/${token}`;
}

/** Headers by which a mail program offers to stop such mails with one click; none where they cannot be stopped. */
export function unsubscribeHeaders(address: string | undefined): Readonly<Record<string, string>> {
  return address === undefined
    ? {}
    : { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
