import PostalMime, { type Email } from 'postal-mime';
import { calendarFilesErrors } from './calendar-files.errors.js';
import { maxFileBytes } from './read.js';

/** Parts in parts at most, and bytes of headers: an answer of a mail program has two or three levels and a few kilobytes. */
const limits = { maxNestingDepth: 8, maxHeadersSize: 65_536 };

/** Lines at most that may be the border of a part. What nests is bounded by the parser, what lies side by side by this. */
const maxBorders = 200;

/** Lines at most: as many as the largest file fills with short ones; the parser takes a turn for each. */
const maxLines = 8_000;

/**
 * The calendar in a mail (RFC 5322, 6047): its first `text/calendar` part, decoded to UTF-8. Nothing else of the mail is looked at, and
 * mails within the mail are not opened.
 * @throws calendar-files.tooLarge, tooManyParts, malformed, noCalendarPart, notUtf8 for bytes that are not of the charset they name
 */
export async function readCalendarPart(mail: Uint8Array): Promise<Uint8Array> {
  if (mail.byteLength > maxFileBytes) throw calendarFilesErrors.tooLarge({ max: maxFileBytes });
  const text = new TextDecoder('latin1').decode(mail);
  if (count(text, /^--/gmu) > maxBorders) throw calendarFilesErrors.tooManyParts({ max: maxBorders });
  if (count(text, /\n/gu) > maxLines) throw calendarFilesErrors.malformed();
  const { attachments } = await parse(mail);
  const part = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (!part || typeof part.content === 'string') throw calendarFilesErrors.noCalendarPart();
  const content = new Uint8Array(part.content);
  // The parser puts the replacement character where bytes make no sense; an answer is not recorded with holes in it.
  if (new TextDecoder().decode(content).includes('\uFFFD')) throw calendarFilesErrors.notUtf8();
  return content;
}

async function parse(mail: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(mail, { ...limits, forceRfc822Attachments: true });
  } catch (error) {
    throw calendarFilesErrors.malformed({}, [], { cause: error });
  }
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
