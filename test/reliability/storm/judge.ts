import { LANGUAGES, type Language } from '#core/kernel';
import { titleOf, type Expected } from './expected.js';

/** What the product says of one item's reminder of the day. */
export interface Told {
  readonly actionId: string;
  readonly state: string;
  /** Shown as in doubt, now or at some time. */
  readonly doubted: boolean;
  /** Real time at which it fell due, epoch in ms. */
  readonly dueAt: number;
}

/** A mail as its reader would open it. */
export interface ReadMail {
  readonly at: number;
  readonly to: readonly string[];
  readonly messageId: string;
  /** As the header says. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  /** The relay cut the line before it answered. */
  readonly cut: boolean;
  /** Its sender died with it. */
  readonly orphaned: boolean;
}

export interface Verdict {
  /** No mail tells of it, or the product does not know that it went. */
  readonly lost: string[];
  /** A mail left before the hour. */
  readonly early: string[];
  readonly wrongLanguage: string[];
  readonly wrongReader: string[];
  /** Told twice where a relay drops a Message-ID it has taken: two different ids tell of one thing. */
  readonly doubled: string[];
  /** Told twice where a relay drops nothing. */
  readonly repeated: string[];
  /** Those of `repeated` that the product does not show as in doubt. */
  readonly repeatedUnshown: string[];
  /** In doubt although the relay cut no line: a worker died with it in its hands, before or after it went over the line. */
  readonly inHands: string[];
  /** A worker died with its mail in its hands, after the relay had taken it. */
  readonly hit: string[];
  /** Those of `hit` that the product does not show as in doubt. */
  readonly hitUnshown: string[];
  /** From due to the relay's first taking, in ms, shortest first. */
  readonly delays: number[];
  /** Mails of nothing that was expected. */
  readonly strangers: ReadMail[];
}

const tokens = /\bS\d{6}\b/g;

/** Compares what was to be told with what was taken by the relay; the product's own word is asked for states only. */
export function judge(expected: readonly Expected[], told: readonly Told[], mails: readonly ReadMail[]): Verdict {
  const verdict: Verdict = {
    lost: [],
    early: [],
    wrongLanguage: [],
    wrongReader: [],
    doubled: [],
    repeated: [],
    repeatedUnshown: [],
    inHands: [],
    hit: [],
    hitUnshown: [],
    delays: [],
    strangers: [],
  };
  const rows = new Map(told.map((row) => [row.actionId, row]));
  const byToken = new Map<string, ReadMail[]>();
  for (const mail of mails) {
    const found = new Set(mail.text.match(tokens) ?? []);
    if (found.size === 0) verdict.strangers.push(mail);
    for (const token of found) byToken.set(token, [...(byToken.get(token) ?? []), mail]);
  }
  for (const one of expected) {
    const row = rows.get(one.actionId);
    const got = [...(byToken.get(one.token) ?? [])].sort((a, b) => a.at - b.at);
    byToken.delete(one.token);
    const [first] = got;
    if (!first || row?.state !== 'sent')
      verdict.lost.push(`${one.token} ${row?.state ?? 'no row'}, ${String(got.length)} mails`);
    if (!first || !row) continue;
    verdict.delays.push(first.at - row.dueAt);
    if (first.at < row.dueAt) verdict.early.push(one.token);
    if (got.some((mail) => !isIn(one.language, mail, one.token))) verdict.wrongLanguage.push(one.token);
    if (got.some(({ to }) => to.length !== 1 || to[0] !== one.address)) verdict.wrongReader.push(one.token);
    if (new Set(got.map(({ messageId }) => messageId)).size > 1) verdict.doubled.push(one.token);
    if (row.doubted && !got.some(({ cut }) => cut)) verdict.inHands.push(one.token);
    if (got.some(({ orphaned }) => orphaned)) {
      verdict.hit.push(one.token);
      if (!row.doubted) verdict.hitUnshown.push(one.token);
    }
    if (got.length === 1) continue;
    verdict.repeated.push(one.token);
    if (!row.doubted) verdict.repeatedUnshown.push(one.token);
  }
  for (const left of byToken.values()) verdict.strangers.push(...left);
  verdict.delays.sort((a, b) => a - b);
  return verdict;
}

/** The header and the item's title are in this language, and the title is there in no other one. */
function isIn(language: Language, mail: ReadMail, token: string): boolean {
  return (
    mail.language === language &&
    LANGUAGES.every((other) => mail.text.includes(titleOf(token, other)) === (other === language))
  );
}

/** The value below which this share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
