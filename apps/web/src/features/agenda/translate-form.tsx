import { wordDiff, type Language } from '#core/kernel';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasStatus } from '../../shared/api/problem.js';
import type { AgendaItem, TextField as Field, TextView } from '../../shared/api/types.js';
import { AreaField, ChoiceField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { FieldGlossary } from '../../shared/glossary/index.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { hasText, ownFirst, sourceOf, textIn } from '../../shared/texts.js';
import { TextMarks } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import css from './agenda.module.css';
import { keepText, useAgendaWrite, writeText } from './api.js';
import { draftOf } from './drafts.js';
import { isSame } from './merge-fields.js';
import mergeCss from './merge.module.css';
import { Merge, openedIn } from './merge.js';
import { useSourceBefore } from './source-before.js';

interface TranslateProps {
  sessionId: string;
  item: AgendaItem;
  onDone: () => void;
}

/** The source at the left, its translation at the right, a form for each language. */
export function TranslateForm(props: TranslateProps) {
  const { t } = useTranslation();
  const page = useLanguage();
  const source = sourceOf(props.item.title);
  const targets = ownFirst(page).filter((lang) => lang !== source);
  const [shown, setShown] = useState<Language>(targets[0] ?? page);
  return (
    <div>
      <div role="group" aria-label={t('web-agenda:languages.into')} className={css.targets}>
        {targets.map((lang) => (
          <Button
            key={lang}
            size="compact-md"
            variant={lang === shown ? 'filled' : 'default'}
            aria-pressed={lang === shown}
            onClick={() => setShown(lang)}
          >
            <span lang={lang}>{LANGUAGE_NAMES[lang]}</span>
          </Button>
        ))}
      </div>
      <IntoLanguage key={shown} {...props} source={source} lang={shown} />
    </div>
  );
}

const FIELDS: readonly Field[] = ['title', 'description'];
/** Name of the source beside a field, for what the other person changed there. */
const besideOf = (field: Field): string => `source.${field}`;

function IntoLanguage({
  sessionId,
  item,
  source,
  lang,
  onDone,
}: TranslateProps & { source: Language; lang: Language }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const write = useAgendaWrite();
  const present = FIELDS.flatMap((field) => {
    const value = item[field];
    return value ? [{ field, value }] : [];
  });
  const textOf = (value: TextView): string => (hasText(value, lang) ? (textIn(value, lang)?.text ?? '') : '');
  const stale = present.filter(({ value }) => textIn(value, lang)?.stale === true);
  const values = Object.fromEntries(
    present.flatMap(({ field, value }) => [
      [field, textOf(value)],
      [besideOf(field), textIn(value, source)?.text ?? ''],
    ]),
  );
  const [initial] = useState({ ...values, status: 'checked' });
  const opened = { etag: item.etag, values };

  /** One after the other, each on the version the one before has made. */
  const inTurn = async (
    fields: typeof present,
    etag: string,
    make: (field: Field, value: TextView, etag: string) => Parameters<typeof write.mutateAsync>[0],
  ) => {
    let current = etag;
    try {
      for (const { field, value } of fields) {
        const agenda = await write.mutateAsync(make(field, value, current));
        current = agenda.items.find((other) => other.id === item.id)?.etag ?? current;
      }
    } catch (error) {
      if (hasStatus(error, 412)) await client.invalidateQueries({ queryKey: [`/sessions/${sessionId}/agenda`] });
      throw error;
    }
  };
  const send = async (data: FormData): Promise<void> => {
    const status = valueOf(data, 'status');
    const changed = present.filter(({ field, value }) => {
      const text = valueOf(data, field);
      const view = textIn(value, lang);
      return text !== '' && !(isSame(text, textOf(value)) && view?.status === status && !view.stale);
    });
    await inTurn(changed, openedIn(data, opened).etag, (field, value, etag) =>
      writeText(item.id, etag, field, lang, { text: valueOf(data, field), status, ofRevision: value.revision }),
    );
    toast(t('web-agenda:translated', { language: LANGUAGE_NAMES[lang] }));
    onDone();
  };
  const keep = async (): Promise<void> => {
    await inTurn(stale, item.etag, (field, _, etag) => keepText(item.id, etag, field, lang));
    toast(t('web-agenda:translated', { language: LANGUAGE_NAMES[lang] }));
    onDone();
  };
  const labelOf = (field: Field, language: Language): string =>
    t(`web-agenda:field.${field}`, { language: LANGUAGE_NAMES[language] });

  return (
    <Form
      draft={draftOf('translate', item.id, lang)}
      initial={initial}
      label={t('web-agenda:languages.intoOne', { language: LANGUAGE_NAMES[lang] })}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
      refusal={(problem) => (problem.status === 412 ? <p>{t('web-agenda:merge.saveAgain')}</p> : null)}
    >
      <Merge
        now={opened}
        fields={present.flatMap(({ field }) => [
          { name: besideOf(field), label: labelOf(field, source), lang: source, beside: true },
          { name: field, label: labelOf(field, lang), lang },
        ])}
      />
      {present.map(({ field, value }) => (
        <div key={field} className={css.beside}>
          <div>
            <span className={css.tag} lang={source}>
              {LANGUAGE_NAMES[source]}
            </span>
            <p lang={source} className={css.prose}>
              {textIn(value, source)?.text}
            </p>
            <Before sessionId={sessionId} item={item} field={field} source={source} target={lang} />
          </div>
          <div>
            <AreaField name={field} rows={field === 'title' ? 1 : 3} lang={lang} label={labelOf(field, lang)} />
            {hasText(value, lang) ? <TextMarks value={textIn(value, lang) ?? value} asked={lang} /> : null}
            <FieldGlossary
              field={field}
              lang={lang}
              source={{ lang: source, text: textIn(value, source)?.text ?? '' }}
            />
          </div>
        </div>
      ))}
      <ChoiceField
        name="status"
        label={t('web-agenda:quality.label')}
        options={[
          { value: 'checked', label: t('web-agenda:quality.checked') },
          { value: 'draft', label: t('web-agenda:quality.draft') },
        ]}
      />
      {stale.length > 0 ? (
        <p>
          <Button variant="default" loading={write.isPending} onClick={() => void keep().catch(() => undefined)}>
            {t('web-agenda:quality.noChange')}
          </Button>
        </p>
      ) : null}
    </Form>
  );
}

interface BeforeProps {
  sessionId: string;
  item: AgendaItem;
  field: Field;
  source: Language;
  target: Language;
}

/** What has changed in the source since this translation was made; nothing while it is not stale. */
function Before({ sessionId, item, field, source, target }: BeforeProps) {
  const { t } = useTranslation();
  const before = useSourceBefore(sessionId, item, field, source, target).data;
  const value = item[field];
  if (!before || !value) return null;
  const now = textIn(value, source)?.text ?? '';
  return (
    <div className={css.newest}>
      <p className={css.label}>{t('web-agenda:languages.before')}</p>
      <p lang={source} className={mergeCss.source}>
        {wordDiff(before, now, source).map((mark, index) => {
          const Tag = mark.kind === 'same' ? 'span' : mark.kind === 'added' ? 'ins' : 'del';
          return <Tag key={index}>{mark.text}</Tag>;
        })}
      </p>
    </div>
  );
}
