import { LANGUAGES, readText, type Language, type LocalizedText, type Side } from '#core/kernel';

/** A mail that went out and what it told, as its own side sees it. */
export interface MailToTell {
  readonly id: string;
  readonly side: Side;
  readonly subject: string;
  readonly language: Language;
  readonly late: boolean;
  readonly sentAt: Date;
  readonly reminders: readonly ReminderToTell[];
}

export interface ReminderToTell {
  readonly id: string;
  readonly rule: string;
  readonly offsetDays: number;
  /** `YYYY-MM-DD` */
  readonly ruleDate: string;
  readonly dueAt: Date;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly path: string;
  readonly title: LocalizedText;
  readonly recipient: { readonly id: string; readonly title: LocalizedText; readonly body: LocalizedText };
}

/**
 * What the receiver reads: the content of the side's own mail as data. Whom it was mailed to is the post; addresses of people and the
 * links that act for them stay out.
 */
export function mailMessage(mail: MailToTell, publicUrl: string): string {
  return JSON.stringify({
    type: 'reminder.sent',
    timestamp: mail.sentAt.toISOString(),
    data: {
      side: mail.side,
      mail: { id: mail.id, subject: mail.subject, language: mail.language, late: mail.late },
      reminders: mail.reminders.map((one) => ({
        id: one.id,
        rule: one.rule,
        offsetDays: one.offsetDays,
        due: one.ruleDate,
        plannedFor: one.dueAt.toISOString(),
        subject: { type: one.subjectType, id: one.subjectId },
        path: one.path,
        url: `${publicUrl}${one.path}`,
        title: allLanguages(one.title),
        post: {
          id: one.recipient.id,
          title: allLanguages(one.recipient.title),
          body: allLanguages(one.recipient.body),
        },
      })),
    },
  });
}

/** What a test carries: no content of the desk. */
export function pingMessage(side: Side, at: string): string {
  return JSON.stringify({ type: 'desk.ping', timestamp: at, data: { side } });
}

/** The text in each language that has one, else null: no language stands in for another without saying so (design.md decision 4). */
function allLanguages(text: LocalizedText): Record<Language, string | null> {
  const [ko, ja, en] = LANGUAGES.map((language) => {
    const view = readText(text, language);
    return view.lang === language ? view.text : null;
  });
  return { ko: ko ?? null, ja: ja ?? null, en: en ?? null };
}
