import { createTranslator, type MessageParams } from '#core/i18n';
import { LANGUAGES, messageKey, type DomainError } from '#core/kernel';
import type { ImportReport } from '#forum/history';

/** Tables whose name a person would look for; the others are counted with them. */
const PARTS: Readonly<Record<string, string>> = {
  body: 'body',
  channel: 'channel',
  channel_event: 'channel_event',
  commitment: 'commitment',
  conflict: 'conflict',
  context_event: 'context_event',
  exchange_programme: 'exchange_programme',
  exhibition: 'exhibition',
  holiday: 'holiday',
  illustrative: 'illustrative',
  instrument: 'instrument',
  multilateral_meeting: 'multilateral_meeting',
  person: 'person',
  radio_issue: 'radio_issue',
  session: 'session',
  source: 'source',
  term: 'term',
  topic: 'topic',
};

/** Shows how far the import is: a bar in a terminal, `progress n/total text` lines for programs. */
export function progressWriter(out: NodeJS.WriteStream): (done: number, total: number, part: string) => void {
  const { t } = createTranslator('en');
  let name = '';
  return (done, total, part) => {
    name =
      done === total ? t('history:import.done') : PARTS[part] === undefined ? name : t(`history:parts.${PARTS[part]}`);
    if (!out.isTTY) {
      out.write(`progress ${String(done)}/${String(total)} ${name}\n`);
      return;
    }
    const full = Math.round((30 * done) / total);
    out.write(
      `\r\u001b[2K[${'█'.repeat(full)}${' '.repeat(30 - full)}] ${String(done)}/${String(total)} ${name}${done === total ? '\n' : ''}`,
    );
  };
}

/** The outcome, one line for each language. */
export function reportLines(report: ImportReport): string[] {
  const { inserted, updated, unchanged, kept } = report;
  return LANGUAGES.flatMap((language) => {
    const { t } = createTranslator(language);
    return [
      t('history:import.counts', { inserted, updated, unchanged }),
      ...(kept > 0 ? [t('history:import.kept', { count: kept })] : []),
    ];
  });
}

/** A refusal with every fault, each at its place and in all three languages. */
export function refusalLines(error: DomainError): string[] {
  const inAll = (code: string, params: MessageParams): string[] =>
    LANGUAGES.map((language) => createTranslator(language).t(messageKey(code), params));
  return [
    ...inAll(error.code, error.params),
    ...error.fields.flatMap(({ path, code, params }) => [
      path,
      ...inAll(code, params ?? {}).map((text) => `    ${text}`),
    ]),
  ];
}
