import { newId, partyName } from '#core/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasStatus } from '../../shared/api/problem.js';
import type { Agenda, AgendaItem, Objective, Side } from '../../shared/api/types.js';
import { AreaField, FieldRow, NumberField, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, numberOf, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { hasText, sourceOf, textIn } from '../../shared/texts.js';
import css from './agenda.module.css';
import { addItem, editItem, useAgendaWrite, type ItemInput } from './api.js';
import { toast } from '../../shared/ui/toast.js';

const OBJECTIVES: readonly Objective[] = ['inform', 'discuss', 'decide', 'sign'];
const objectiveOf = (value: string): Objective => OBJECTIVES.find((objective) => objective === value) ?? 'discuss';
const sideOf = (value: string): Side | null => (value === 'kr' || value === 'jp' ? value : null);

/** Writes a new item, or changes one; both in one language. What another person saved meanwhile is shown beside what is typed. */
export function ItemForm({ sessionId, item, onDone }: { sessionId: string; item?: AgendaItem; onDone: () => void }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const sides = useSides();
  const client = useQueryClient();
  const write = useAgendaWrite();
  const [lang] = useState(() => (item && !hasText(item.title, page) ? sourceOf(item.title) : page));
  const [idempotencyKey] = useState(newId);
  const [etag, setEtag] = useState(item?.etag ?? '');
  const initial = item ? valuesOf(item, lang) : { minutes: '20', objective: 'discuss', lead: '' };

  const send = async (data: FormData): Promise<void> => {
    const note = valueOf(data, 'privateNote');
    const description = valueOf(data, 'description');
    const title = valueOf(data, 'title');
    const kind = item?.kind ?? 'item';
    const input: ItemInput = {
      ...(kind === 'section' ? {} : { minutes: numberOf(data, 'minutes') }),
      ...(kind === 'item'
        ? { objective: objectiveOf(valueOf(data, 'objective')), lead: sideOf(valueOf(data, 'lead')) }
        : {}),
    };
    const was = item ? valuesOf(item, lang) : null;
    if (!item && input.lead === null) delete input.lead;
    if (title !== was?.['title']) input.title = title;
    if (description !== (was?.['description'] ?? '')) input.description = description;
    if (note !== (was?.['privateNote'] ?? '')) input.privateNote = note;
    try {
      await write.mutateAsync(
        item ? editItem(item.id, etag, lang, input) : addItem(sessionId, lang, input, idempotencyKey),
      );
    } catch (error) {
      if (hasStatus(error, 412) && item) {
        await client.invalidateQueries({ queryKey: [`/sessions/${sessionId}/agenda`] });
        const fresh = client.getQueriesData<Agenda>({ queryKey: [`/sessions/${sessionId}/agenda`] })[0]?.[1];
        setEtag(fresh?.items.find((other) => other.id === item.id)?.etag ?? etag);
      }
      throw error;
    }
    toast(t(item ? 'web-agenda:saved' : 'web-agenda:added'));
    onDone();
  };

  return (
    <Form
      draft={item ? `agenda-item.${item.id}.${lang}` : `agenda-new.${sessionId}.${lang}`}
      initial={initial}
      label={t(item ? 'web-agenda:edit' : 'web-agenda:add')}
      submit={t(item ? 'web-shell:save' : 'web-agenda:add')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
      refusal={(problem) => (problem.status === 412 && item ? <Newest item={item} lang={lang} /> : null)}
    >
      <TextField
        name="title"
        label={t('web-agenda:field.title', { language: LANGUAGE_NAMES[lang] })}
        lang={lang}
        required
        autoFocus
      />
      <AreaField
        name="description"
        label={t('web-agenda:field.description', { language: LANGUAGE_NAMES[lang] })}
        lang={lang}
        rows={2}
      />
      <FieldRow>
        <NumberField name="minutes" label={t('web-agenda:field.minutes')} required />
        <SelectField
          name="objective"
          label={t('web-agenda:field.objective')}
          options={OBJECTIVES.map((value) => ({ value, label: t(`web-agenda:objective.${value}`) }))}
        />
        <SelectField
          name="lead"
          label={t('web-agenda:lead')}
          options={[
            { value: '', label: t('web-agenda:field.leadHost') },
            ...sides.map((side) => ({ value: side, label: partyName(side, page) })),
          ]}
        />
      </FieldRow>
      <div className={`${css.noteField} fd-private`}>
        <AreaField name="privateNote" label={t('web-agenda:note.label')} hint={t('web-agenda:note.hint')} rows={2} />
      </div>
    </Form>
  );
}

function valuesOf(item: AgendaItem, lang: AgendaItem['title']['lang']): Record<string, string> {
  return {
    title: textIn(item.title, lang)?.text ?? '',
    description:
      item.description && hasText(item.description, lang) ? (textIn(item.description, lang)?.text ?? '') : '',
    minutes: String(item.minutes),
    objective: item.objective ?? '',
    lead: item.lead ?? '',
    privateNote: item.privateNote?.text ?? '',
  };
}

/** What is saved now, beside what is still in the form. */
function Newest({ item, lang }: { item: AgendaItem; lang: AgendaItem['title']['lang'] }) {
  const { t } = useTranslation();
  const now = valuesOf(item, lang);
  return (
    <div className={css.newest}>
      <p className={css.label}>{t('web-agenda:conflict.now')}</p>
      <p lang={lang}>{now['title']}</p>
      {now['description'] ? <p lang={lang}>{now['description']}</p> : null}
      <p>{t('web-agenda:conflict.yours')}</p>
    </div>
  );
}
