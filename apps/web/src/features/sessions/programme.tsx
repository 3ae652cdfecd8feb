import { formatDate, formatTimeRange } from '#core/i18n';
import { newId } from '#core/kernel';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme, ProgrammeItem, SessionDetail } from '../../shared/api/types.js';
import { FieldRow, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Section } from '../../shared/ui/page.js';
import { toast } from '../../shared/ui/toast.js';
import { Words } from '../../shared/ui/text.js';
import { useProgramme, useProgrammeWrite } from './api.js';
import css from './programme.module.css';
import { TimeField } from './time-fields.js';

const KINDS = ['opening', 'closed_part', 'press', 'dinner', 'courtesy_call', 'site_visit', 'other'];

/** The programme of the days, in clock times of the venue; nothing for who can neither read nor write one. */
export function ProgrammeSection({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<ProgrammeItem | 'new' | null>(null);
  const { data } = useProgramme(session.id);
  if (!data) return null;
  const may = allowedIn(data.allowedActions, 'edit-programme');
  if (data.items.length === 0 && !may?.allowed) return null;
  return (
    <Section title={t('web-sessions:programme.title')}>
      <ProgrammeList programme={data} {...(may?.allowed ? { onEdit: setEditing } : {})} />
      <div className="fd-no-print">
        <ActionButton may={may} variant="default" onClick={() => setEditing('new')}>
          {t('web-sessions:programme.add')}
        </ActionButton>
      </div>
      <Dialog open={editing !== null} onClose={() => setEditing(null)} title={t('web-sessions:programme.title')}>
        {editing ? (
          <ItemForm
            session={session}
            programme={data}
            item={editing === 'new' ? null : editing}
            onDone={() => setEditing(null)}
          />
        ) : null}
      </Dialog>
    </Section>
  );
}

/** Also on the printed page of the head of delegation, there without buttons. */
export function ProgrammeList({ programme, onEdit }: { programme: Programme; onEdit?: (item: ProgrammeItem) => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <ol className={css.list}>
      {programme.items.map((item) => (
        <li key={item.id}>
          <span className={css.time}>
            {programme.days > 1 ? <span>{formatDate(item.date, lang)} </span> : null}
            {item.startTime && item.endTime ? formatTimeRange(item.startTime, item.endTime, lang) : item.startTime}
          </span>
          <span>
            <span className={css.kind}>{t(`web-sessions:programme.kinds.${item.kind}`)}</span>{' '}
            <Words value={item.title} />
            {item.place ? (
              <span className={css.kind}>
                {' '}
                <Words value={item.place} />
              </span>
            ) : null}
          </span>
          {onEdit ? (
            <Button size="compact-sm" variant="default" className="fd-no-print" onClick={() => onEdit(item)}>
              {t('web-sessions:programme.edit')}
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function ItemForm({
  session,
  programme,
  item,
  onDone,
}: {
  session: SessionDetail;
  programme: Programme;
  item: ProgrammeItem | null;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useProgrammeWrite(session.id);
  const [idempotencyKey] = useState(newId);
  const days = Array.from({ length: programme.days }, (_, index) => index + 1);
  const send = async (data: FormData): Promise<void> => {
    const words = (name: string) => (valueOf(data, name) === '' ? undefined : { lang, text: valueOf(data, name) });
    const body = {
      kind: valueOf(data, 'kind'),
      day: Number(valueOf(data, 'day')),
      startTime: valueOf(data, 'startTime') || undefined,
      endTime: valueOf(data, 'endTime') || undefined,
      title: words('title') ?? { lang, text: '' },
      place: words('place'),
    };
    await write.mutateAsync(
      item
        ? { method: 'PATCH', path: `/programme-items/${item.id}`, ifMatch: item.etag, body }
        : { method: 'POST', path: `/sessions/${session.id}/programme`, idempotencyKey, body },
    );
    toast(t('web-sessions:programme.saved'));
    onDone();
  };
  const remove = async (gone: ProgrammeItem): Promise<void> => {
    await write.mutateAsync({
      method: 'POST',
      path: `/programme-items/${gone.id}/remove`,
      ifMatch: gone.etag,
      body: {},
    });
    toast(t('web-sessions:programme.removed'));
    onDone();
  };
  return (
    <>
      <Form
        draft={item ? `programme.${item.id}` : `programme-new.${session.id}`}
        initial={item ? valuesOf(item) : { day: '1', kind: 'opening' }}
        label={t('web-sessions:programme.title')}
        submit={t('web-shell:save')}
        pending={write.isPending}
        onSubmit={send}
        onCancel={onDone}
      >
        <FieldRow>
          <SelectField
            name="kind"
            label={t('web-sessions:programme.kind')}
            options={KINDS.map((value) => ({ value, label: t(`web-sessions:programme.kinds.${value}`) }))}
          />
          <SelectField
            name="day"
            label={t('web-sessions:programme.day')}
            options={days.map((day) => ({ value: String(day), label: t('web-sessions:programme.nthDay', { n: day }) }))}
          />
          <TimeField name="startTime" label={t('web-sessions:arrangement.startTime')} />
          <TimeField name="endTime" label={t('web-sessions:arrangement.endTime')} />
        </FieldRow>
        <TextField
          name="title"
          label={t('web-sessions:programme.what', { language: LANGUAGE_NAMES[lang] })}
          lang={lang}
          required
        />
        <TextField name="place" label={t('web-sessions:place')} lang={lang} />
      </Form>
      {item ? (
        <Button variant="subtle" mt={12} onClick={() => void remove(item).catch(() => undefined)}>
          {t('web-sessions:programme.remove')}
        </Button>
      ) : null}
    </>
  );
}

function valuesOf(item: ProgrammeItem): Record<string, string> {
  return {
    kind: item.kind,
    day: String(item.day),
    startTime: item.startTime ?? '',
    endTime: item.endTime ?? '',
    title: item.title.text,
    place: item.place?.text ?? '',
  };
}
