import { otherSide, type Language } from '#core/kernel';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sendThen } from '../../shared/api/hooks.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useMe } from '../../shared/me.js';
import { hasText, ownFirst, sourceOf, textIn } from '../../shared/texts.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { announce } from '../../shared/ui/announce.js';
import { Section } from '../../shared/ui/page.js';
import { Empty } from '../../shared/ui/states.js';
import { TextMarks, Words } from '../../shared/ui/text.js';
import { onParagraph, useRecordWrite, type Bracket, type Paragraph, type SessionRecord } from './api.js';
import { Bracketed } from './bracketed.js';
import css from './session-records.module.css';

const ParagraphForm = lazy(async () => ({ default: (await import('./paragraph-form.js')).ParagraphForm }));
const TranslationForm = lazy(async () => ({ default: (await import('./translation-form.js')).TranslationForm }));

/** The paragraphs in language columns, the reader's own language first; beneath each what can be done with it. */
export function Paragraphs({ record }: { record: SessionRecord }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const [adding, setAdding] = useState(false);
  const languages = ownFirst(page);
  const mayEdit = allowedIn(record.allowedActions, 'edit')?.allowed === true;
  return (
    <Section title={t('web-session-records:paragraphs')}>
      {record.paragraphs.length === 0 ? <Empty>{t('web-session-records:noParagraphs')}</Empty> : null}
      <ol className={css.paragraphs}>
        {record.paragraphs.map((paragraph, at) => (
          <ParagraphRow key={paragraph.id} record={record} paragraph={paragraph} at={at} languages={languages} />
        ))}
      </ol>
      {mayEdit ? (
        adding ? (
          <div className={css.panel}>
            <Suspense>
              <ParagraphForm record={record} onDone={() => setAdding(false)} />
            </Suspense>
          </div>
        ) : (
          <Button
            className="fd-no-print"
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('web-session-records:act.add')}
          </Button>
        )
      ) : null}
    </Section>
  );
}

interface RowProps {
  record: SessionRecord;
  paragraph: Paragraph;
  at: number;
  languages: readonly Language[];
}

function ParagraphRow({ record, paragraph, at, languages }: RowProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState<Language | null>(null);
  const source = sourceOf(paragraph.text);
  const may = (action: string): boolean => allowedIn(record.allowedActions, action)?.allowed === true;
  const host = record.session?.host ?? null;
  return (
    <li id={`paragraph-${paragraph.id}`} className={css.paragraph} data-kind={paragraph.kind}>
      <p className={css.paragraphHead}>
        <span className={css.number}>{at + 1}</span>
        {paragraph.kind === 'paragraph' ? null : <span>{t(`web-session-records:paragraph.${paragraph.kind}`)}</span>}
        {paragraph.agendaItem ? (
          <Link to={`/sessions/${record.sessionId}/agenda#item-${paragraph.agendaItem.id}`}>
            {t('web-session-records:item', { n: paragraph.agendaItem.number ?? 0 })}{' '}
            <Words value={paragraph.agendaItem.title} marks={false} />
          </Link>
        ) : null}
      </p>
      {paragraph.corrects ? (
        <p className={css.corrects}>
          <span className={css.muted}>{t('web-session-records:corrigendum.instead')}</span>{' '}
          <Words value={paragraph.corrects} />
        </p>
      ) : null}
      <div className={css.columns}>
        {languages.map((lang) => {
          const text = textIn(paragraph.text, lang);
          const here = hasText(paragraph.text, lang);
          const groups = paragraph.brackets.find((one) => one.lang === lang)?.groups ?? [];
          const open = may(lang === source ? 'edit' : 'translate');
          return (
            <div key={lang} className={css.column}>
              <p className={css.language}>
                <span lang={lang}>{LANGUAGE_NAMES[lang]}</span>
                {lang === source ? <span className={css.muted}>{t('web-session-records:source')}</span> : null}
              </p>
              {here && text ? (
                <p className={css.text}>
                  <Bracketed text={text.text} lang={lang} host={host} groups={groups} />{' '}
                  <TextMarks value={{ ...paragraph.text, ...text }} asked={lang} />
                </p>
              ) : (
                <p className={css.missing}>{t('web-session-records:gap.missing')}</p>
              )}
              {open && writing === null ? (
                <Button
                  className="fd-no-print"
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconPencil size={15} aria-hidden />}
                  aria-label={t('web-session-records:act.writeNamed', { n: at + 1, language: LANGUAGE_NAMES[lang] })}
                  onClick={() => setWriting(lang)}
                >
                  {t(lang === source ? 'web-session-records:act.edit' : 'web-session-records:act.translate')}
                </Button>
              ) : null}
            </div>
          );
        })}
      </div>
      {writing !== null ? (
        <div className={css.panel}>
          <Suspense>
            {writing === source ? (
              <ParagraphForm record={record} paragraph={paragraph} onDone={() => setWriting(null)} />
            ) : (
              <TranslationForm paragraph={paragraph} lang={writing} onDone={() => setWriting(null)} />
            )}
          </Suspense>
        </div>
      ) : null}
      {may('edit') && writing === null ? (
        <RowActs record={record} paragraph={paragraph} at={at} source={source} />
      ) : null}
    </li>
  );
}

/** Whose words can be followed, and the place of the paragraph; each act clears what was agreed on. */
function RowActs({ record, paragraph, at, source }: Omit<RowProps, 'languages'> & { source: Language }) {
  const { t } = useTranslation();
  const me = useMe();
  const write = useRecordWrite();
  const textOf = useProblemText();
  const groups = paragraph.brackets.find((one) => one.lang === source)?.groups ?? [];
  const send = (act: string, body: object, done: string): void => {
    sendThen(write, onParagraph(paragraph, act, body), () => announce(done));
  };
  const n = at + 1;
  return (
    <div className={`${css.rowActs} fd-no-print`}>
      {groups.map((group, index) =>
        group.brackets
          .filter((bracket) => mayFollow(record, bracket, group.brackets, me?.side ?? null))
          .map((bracket) => (
            <Button
              key={`${String(index)} ${bracket.by}`}
              size="compact-sm"
              variant="light"
              loading={write.isPending}
              onClick={() => send('accept', { group: index, by: bracket.by }, t('web-session-records:done.accept'))}
            >
              {t('web-session-records:act.accept', {
                by: t(`web-session-records:by.${bracket.by}`),
                words: bracket.words === '' ? t('web-session-records:noWords') : short(bracket.words),
              })}
            </Button>
          )),
      )}
      <span className={css.place}>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('web-session-records:act.up', { n })}
          disabled={at === 0}
          onClick={() => send('move', { to: at }, t('web-session-records:done.move', { n: at }))}
        >
          <IconArrowUp size={16} aria-hidden />
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('web-session-records:act.down', { n })}
          disabled={at === record.paragraphs.length - 1}
          onClick={() => send('move', { to: at + 2 }, t('web-session-records:done.move', { n: at + 2 }))}
        >
          <IconArrowDown size={16} aria-hidden />
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={t('web-session-records:act.remove', { n })}
          onClick={() => send('remove', {}, t('web-session-records:done.remove'))}
        >
          <IconTrash size={16} aria-hidden />
        </Button>
      </span>
      {write.error ? (
        <span role="alert" className={css.refused}>
          {textOf(write.error)}
        </span>
      ) : null}
    </div>
  );
}

/** A side follows the other side's words; its own take effect when the other side follows them. */
function mayFollow(
  record: SessionRecord,
  bracket: Bracket,
  all: readonly Bracket[],
  side: 'kr' | 'jp' | null,
): boolean {
  if (side === null) return false;
  if (record.audience === side) return true;
  const other = otherSide(side);
  return bracket.by === other || all.every(({ by }) => by !== other);
}

/** Enough of a wording to tell it from the other on a button. */
function short(words: string): string {
  const letters = Array.from(
    new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(words),
    (one) => one.segment,
  );
  return letters.length > 24 ? `${letters.slice(0, 24).join('')}…` : words;
}
