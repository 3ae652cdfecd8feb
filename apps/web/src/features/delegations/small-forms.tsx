import { newId } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaField, FieldRow, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { toast } from '../../shared/ui/toast.js';
import { useListWrite, type CompanyPerson, type Member } from './api.js';
import { NameFields } from './name-fields.js';
import { nameFields, namesOf } from './names.js';

interface Done {
  sessionId: string;
  onDone: () => void;
}

/** Diet and access: the own side's alone, so nothing of it is kept as a draft in the browser. */
export function NeedsForm({ sessionId, member, onDone }: Done & { member: Member }) {
  const { t } = useTranslation();
  const write = useListWrite(sessionId);
  return (
    <Form
      initial={{ diet: member.needs?.diet ?? '', access: member.needs?.access ?? '' }}
      label={t('web-delegations:needs.title')}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onSubmit={async (data) => {
        await write.mutateAsync({
          method: 'PUT',
          path: `/delegation-members/${member.id}/needs`,
          ifMatch: member.needs?.etag ?? '',
          body: { diet: valueOf(data, 'diet'), access: valueOf(data, 'access') },
        });
        toast(t('web-delegations:saved'));
        onDone();
      }}
      onCancel={onDone}
    >
      <AreaField name="diet" label={t('web-delegations:needs.diet')} rows={2} />
      <AreaField name="access" label={t('web-delegations:needs.access')} rows={2} />
    </Form>
  );
}

/** Asks the other side for another rank number; it stays theirs to set. */
export function RankForm({
  sessionId,
  member,
  rankTable,
  onDone,
}: Done & { member: Member; rankTable: readonly number[] }) {
  const { t } = useTranslation();
  const write = useListWrite(sessionId);
  return (
    <Form
      label={t('web-delegations:askRank')}
      submit={t('web-delegations:askRank')}
      pending={write.isPending}
      onSubmit={async (data) => {
        await write.mutateAsync({
          method: 'POST',
          path: `/delegation-members/${member.id}/rank-request`,
          ifMatch: member.etag,
          body: { rank: Number(valueOf(data, 'rank')), note: valueOf(data, 'note') },
        });
        toast(t('web-delegations:rankAsked'));
        onDone();
      }}
      onCancel={onDone}
    >
      <SelectField
        name="rank"
        label={t('web-delegations:rank')}
        options={rankTable
          .filter((rank) => rank !== member.rank)
          .map((rank) => ({ value: String(rank), label: `${String(rank)} · ${t(`web-delegations:rankOf.${rank}`)}` }))}
      />
      <AreaField name="note" label={t('web-delegations:rankNote')} rows={2} />
    </Form>
  );
}

/** A person of a company, on the list beside the delegation. */
export function CompanyPersonForm({ sessionId, person, onDone }: Done & { person?: CompanyPerson }) {
  const { t } = useTranslation();
  const write = useListWrite(sessionId);
  const [idempotencyKey] = useState(newId);
  return (
    <Form
      draft={person ? `company-person.${person.id}` : `company-person-new.${sessionId}`}
      initial={{ company: person?.company ?? '', title: person?.title ?? '', ...nameFields(person?.names ?? {}) }}
      label={t(person ? 'web-delegations:edit' : 'web-delegations:company.add')}
      submit={t(person ? 'web-shell:save' : 'web-delegations:company.add')}
      pending={write.isPending}
      onSubmit={async (data) => {
        const body = { company: valueOf(data, 'company'), title: valueOf(data, 'title'), names: namesOf(data) };
        await write.mutateAsync(
          person
            ? { method: 'PATCH', path: `/company-people/${person.id}`, ifMatch: person.etag, body }
            : { method: 'POST', path: `/sessions/${sessionId}/company-people`, body, idempotencyKey },
        );
        toast(t('web-delegations:saved'));
        onDone();
      }}
      onCancel={onDone}
    >
      <FieldRow>
        <TextField name="company" label={t('web-delegations:company.name')} required />
        <TextField name="title" label={t('web-delegations:company.post')} />
      </FieldRow>
      <NameFields />
    </Form>
  );
}
