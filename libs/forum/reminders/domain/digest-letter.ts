import { pair, readText, type Language, type LocalizedText, type Side } from '#core/kernel';
import { createTranslator, formatDate, formatDueCountdown, formatList, type Translate } from '#core/i18n';
import type { Letter, LetterRun } from '#platform/mail';
import { daysBetween } from '#forum/working-days';
import { factLines } from './fact-lines.js';
import { contentOf } from './letter.js';
import { lineOf, run } from './letter-content.js';
import { monthRule } from './month.js';
import type { Cause, Recipient, ReminderToSend } from './reminder.types.js';
import { actionItemRule, actionOverdueRule } from './rules.js';
import { isDeadlineRule } from './tone.js';

export interface DigestItem {
  readonly reminder: Pick<ReminderToSend, 'subjectType' | 'subjectId' | 'rule' | 'ruleDate' | 'recipientSide'>;
  readonly cause: Cause;
  readonly href: string;
  /** The day it should have left on, where it leaves later. */
  readonly plannedFor?: string;
}

export interface DigestParts {
  readonly recipient: Omit<Recipient, 'userId'>;
  readonly side: Side;
  /** The posts of the reader that are told something. */
  readonly posts: readonly LocalizedText[];
  /** The date at the recipient's side. */
  readonly today: string;
  readonly items: readonly DigestItem[];
  /** Where the reader stops these mails. */
  readonly unsubscribe: string;
}

/**
 * The one mail of a reader's day (domain.md 4, job rules): what is due, gathered by what it is about, the earliest first, each line
 * leading to its own page.
 */
export function writeDigest(parts: DigestParts): Letter {
  const { recipient, items, today } = parts;
  const { language } = recipient;
  const { t } = createTranslator(language);
  const subject = t('mail:digest.subject', { date: formatDate(today, language), count: items.length });
  const posts = new Set(parts.posts.map((post) => readText(post, language).text));
  return {
    language,
    subject: items.every(({ plannedFor }) => plannedFor !== undefined) ? t('mail:late.subject', { subject }) : subject,
    paragraphs: [
      [{ text: t('mail:greeting', { post: formatList([...posts], language) }) }],
      [{ text: t('mail:digest.text') }],
      ...byObject(items).map((group) => paragraphOf(group, recipient, today, t)),
      [{ text: t('mail:digest.unsubscribe'), href: parts.unsubscribe }],
      [{ text: t('mail:footer', { pair: pair(parts.side, language) }) }],
    ],
  };
}

type Group = readonly [DigestItem, ...DigestItem[]];

function byObject(items: readonly DigestItem[]): Group[] {
  const groups = new Map<string, [DigestItem, ...DigestItem[]]>();
  const earliestFirst = [...items].sort((a, b) => order(a).localeCompare(order(b), 'en'));
  for (const item of earliestFirst) {
    const object = `${item.reminder.subjectType}.${item.reminder.subjectId}`;
    const group = groups.get(object);
    if (group) group.push(item);
    else groups.set(object, [item]);
  }
  return [...groups.values()];
}

const order = ({ reminder }: DigestItem): string => `${reminder.ruleDate} ${reminder.rule} ${reminder.subjectId}`;

function paragraphOf(group: Group, recipient: DigestParts['recipient'], today: string, t: Translate): LetterRun[] {
  const { language } = recipient;
  const [{ cause }] = group;
  return [
    ...(cause.number === null ? [] : [{ text: `${cause.number} `, strong: true }]),
    { ...run(cause.title, language), strong: true },
    ...(cause.session ? [{ text: '\n' }, run(cause.session, language)] : []),
    ...group.flatMap((item) => [{ text: '\n• ' }, { text: line(item, recipient, today, t), href: item.href }]),
    ...group.flatMap((item) => restOf(item, language, t)),
  ];
}

/** What rests on a side is listed in full: no other mail names it (domain.md 4). */
function restOf({ reminder, cause }: DigestItem, language: Language, t: Translate): LetterRun[] {
  if (reminder.rule !== monthRule) return [];
  return factLines(cause.facts ?? [], language, t).flatMap((runs) => [{ text: '\n' }, ...runs]);
}

function line(item: DigestItem, recipient: DigestParts['recipient'], today: string, t: Translate): string {
  const { reminder, cause, href, plannedFor } = item;
  const { language } = recipient;
  const subject = isOfAction(item)
    ? actionLine(item, today, language, t)
    : contentOf({ reminder, cause, recipient, today, href }, t).subject;
  const what = lineOf(subject, cause.title, language, t);
  const text =
    isDeadlineRule(reminder.rule) && !isStatusOnly(item)
      ? t('mail:digest.due', { what, due: formatDate(reminder.ruleDate, language) })
      : what;
  return plannedFor === undefined
    ? text
    : t('mail:digest.late', { line: text, date: formatDate(plannedFor, language) });
}

/** The other side is told of an overdue item that it is overdue, not since when (domain.md 4, job rules). */
const isStatusOnly = ({ reminder, cause }: DigestItem): boolean =>
  reminder.rule === actionOverdueRule && cause.side !== reminder.recipientSide;

const isOfAction = ({ reminder }: DigestItem): boolean =>
  reminder.rule === actionItemRule.code || reminder.rule === actionOverdueRule;

/** Its number and title stand above the line. */
function actionLine(item: DigestItem, today: string, language: Language, t: Translate): string {
  const name = t('mail:digest.action');
  if (isStatusOnly(item)) return t('mail:actionOverdue.statusSubject', { name });
  return t('mail:deadline.subject', {
    name,
    countdown: formatDueCountdown(daysBetween(today, item.reminder.ruleDate), language),
  });
}
