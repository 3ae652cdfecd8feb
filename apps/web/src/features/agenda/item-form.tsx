import { newId, partyName } from '#core/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasStatus } from '../../shared/api/problem.js';
import type { AgendaItem } from '../../shared/api/types.js';
import { AreaField, FieldRow, NumberField, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form } from '../../shared/forms/form.js';
import { FieldGlossary } from '../../shared/glossary/index.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { hasText, sourceOf } from '../../shared/texts.js';
import { toast } from '../../shared/ui/toast.js';
import css from './agenda.module.css';
import { addItem, editItem, useAgendaWrite, type ItemKind } from './api.js';
import { draftOf } from './drafts.js';
import { changedInput, newInput, OBJECTIVES, valuesOf } from './item-values.js';
import { Merge, openedIn, type MergedField } from './merge.js';

interface ItemFormProps {
  sessionId: string;
  /** Absent for a new row. */
  item?: AgendaItem;
  kind: ItemKind;
  onDone: () => void;
}

/** Writes a new item, section or break, or changes one; both in one language. What another person saved meanwhile meets what is typed in `Merge`. */
export function ItemForm({ sessionId, item, kind, onDone }: ItemFormProps) {
  const { t } = useTranslation();
  const page = useLanguage();
  const sides = useSides();
  const client = useQueryClient();
  const write = useAgendaWrite();
  const [lang] = useState(() => (item && !hasText(item.title, page) ? sourceOf(item.title) : page));
  const [idempotencyKey] = useState(newId);
  // Fixed when the form opens: a fresh answer must not change what stands in an input.
  const [initial] = useState(() =>
    item ? valuesOf(item, lang) : { minutes: kind === 'break' ? '15' : '20', objective: 'discuss', lead: '' },
  );
  const opened = item ? { etag: item.etag, values: valuesOf(item, lang) } : null;

  const send = async (data: FormData): Promise<void> => {
    try {
      if (item && opened) {
        const was = openedIn(data, opened);
        const input = changedInput(data, was.values);
        if (Object.keys(input).length > 0) await write.mutateAsync(editItem(item.id, was.etag, lang, input));
      } else await write.mutateAsync(addItem(sessionId, lang, newInput(kind, data), idempotencyKey));
    } catch (error) {
      if (hasStatus(error, 412)) await client.invalidateQueries({ queryKey: [`/sessions/${sessionId}/agenda`] });
      throw error;
    }
    toast(t(item ? 'web-agenda:saved' : `web-agenda:added.${kind}`));
    onDone();
  };

  const language = LANGUAGE_NAMES[lang];
  const labels = {
    title: t('web-agenda:field.title', { language }),
    description: t('web-agenda:field.description', { language }),
    minutes: t('web-agenda:field.minutes'),
    objective: t('web-agenda:field.objective'),
    lead: t('web-agenda:lead'),
    privateNote: t('web-agenda:note.label'),
  };
  const leads = [
    { value: '', label: t('web-agenda:field.leadHost') },
    ...sides.map((side) => ({ value: side, label: partyName(side, page) })),
  ];
  const objectives = OBJECTIVES.map((value) => ({ value, label: t(`web-agenda:objective.${value}`) }));
  const wordIn =
    (options: { value: string; label: string }[]) =>
    (value: string): string =>
      options.find((option) => option.value === value)?.label ?? value;
  const fields: MergedField[] = [
    { name: 'title', label: labels.title, lang },
    { name: 'description', label: labels.description, lang },
    ...(kind === 'section' ? [] : [{ name: 'minutes', label: labels.minutes }]),
    ...(kind === 'item'
      ? [
          { name: 'objective', label: labels.objective, wordOf: wordIn(objectives) },
          { name: 'lead', label: labels.lead, wordOf: wordIn(leads) },
          { name: 'privateNote', label: labels.privateNote, lang },
        ]
      : []),
  ];
  const add = t(`web-agenda:add.${kind}`);

  return (
    <Form
      draft={item ? draftOf('edit', item.id, lang) : `agenda-new.${sessionId}.${kind}.${lang}`}
      initial={initial}
      label={item ? t('web-agenda:edit') : add}
      submit={item ? t('web-shell:save') : add}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
      refusal={(problem) => (problem.status === 412 ? <p>{t('web-agenda:merge.saveAgain')}</p> : null)}
    >
      {opened ? <Merge now={opened} fields={fields} /> : null}
      <div>
        <TextField name="title" label={labels.title} lang={lang} required autoFocus />
        <FieldGlossary field="title" lang={lang} />
      </div>
      {kind === 'break' ? null : (
        <div>
          <AreaField name="description" label={labels.description} lang={lang} rows={2} />
          <FieldGlossary field="description" lang={lang} />
        </div>
      )}
      {kind === 'section' ? null : (
        <FieldRow>
          <NumberField name="minutes" label={labels.minutes} required />
          {kind === 'item' ? (
            <>
              <SelectField name="objective" label={labels.objective} options={objectives} />
              <SelectField name="lead" label={labels.lead} options={leads} />
            </>
          ) : null}
        </FieldRow>
      )}
      {kind === 'item' ? (
        <div className={`${css.noteField} fd-private`}>
          <AreaField name="privateNote" label={labels.privateNote} hint={t('web-agenda:note.hint')} rows={2} />
        </div>
      ) : null}
    </Form>
  );
}
