import { LANGUAGES, newId } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldRow, NumberField, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, numberOf, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { toast } from '../../shared/ui/toast.js';
import { useInterpretationWrite, type Interpretation } from './api.js';
import css from './delegations.module.css';
import { NameFields } from './name-fields.js';
import { namesOf } from './names.js';

const DIRECTIONS = ['ko-ja', 'ko-en', 'ja-en'] as const;
const MODES = ['consecutive', 'simultaneous', 'whispered', 'relay'] as const;
const PROVIDERS = ['each_side', 'host', 'joint'] as const;
const EQUIPMENT = ['booth', 'receivers', 'microphones', 'portable_set', 'remote_platform'] as const;

/** Direction, mode, provider, equipment; the host's secretariat writes it. A change takes a confirmation back. */
export function ArrangementForm({ data, onDone }: { data: Interpretation; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useInterpretationWrite(data.sessionId);
  const orNull = (form: FormData, name: string) => valueOf(form, name) || null;
  const factors = data.defaultFactors.map(
    ({ mode, percent }) => `${t(`web-delegations:mode.${mode}`)} ${String(percent)} %`,
  );
  const open = { value: '', label: t('web-delegations:interpretation.open') };
  return (
    <Form
      draft={`interpretation.${data.sessionId}`}
      initial={{
        direction: data.direction ?? '',
        mode: data.mode ?? '',
        provider: data.provider ?? '',
        glossaryVersion: data.glossaryVersion ?? '',
        factorPercent: data.factorPercent === null ? '' : String(data.factorPercent),
      }}
      label={t('web-delegations:interpretation.arrange')}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onSubmit={async (form) => {
        await write.mutateAsync({
          method: 'PUT',
          path: `/sessions/${data.sessionId}/interpretation`,
          ifMatch: data.etag,
          body: {
            direction: orNull(form, 'direction'),
            mode: orNull(form, 'mode'),
            provider: orNull(form, 'provider'),
            equipment: EQUIPMENT.filter((kind) => form.getAll('equipment').includes(kind)),
            glossaryVersion: orNull(form, 'glossaryVersion'),
            factorPercent: valueOf(form, 'factorPercent') ? numberOf(form, 'factorPercent') : null,
          },
        });
        toast(t('web-delegations:saved'));
        onDone();
      }}
      onCancel={onDone}
    >
      <FieldRow>
        <SelectField
          name="direction"
          label={t('web-delegations:interpretation.direction')}
          options={[open, ...DIRECTIONS.map((value) => ({ value, label: t(`web-delegations:direction.${value}`) }))]}
        />
        <SelectField
          name="mode"
          label={t('web-delegations:interpretation.mode')}
          options={[open, ...MODES.map((value) => ({ value, label: t(`web-delegations:mode.${value}`) }))]}
        />
        <SelectField
          name="provider"
          label={t('web-delegations:interpretation.provider')}
          options={[open, ...PROVIDERS.map((value) => ({ value, label: t(`web-delegations:provider.${value}`) }))]}
        />
      </FieldRow>
      <fieldset className={css.marks}>
        <legend>{t('web-delegations:interpretation.equipment')}</legend>
        {EQUIPMENT.map((kind) => (
          <label key={kind}>
            <input type="checkbox" name="equipment" value={kind} defaultChecked={data.equipment.includes(kind)} />
            <span>{t(`web-delegations:equipment.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <FieldRow>
        <TextField name="glossaryVersion" label={t('web-delegations:interpretation.glossary')} />
        <NumberField
          name="factorPercent"
          label={t('web-delegations:interpretation.factor')}
          hint={t('web-delegations:interpretation.factorHint', { list: factors.join(' · ') })}
        />
      </FieldRow>
    </Form>
  );
}

/** An interpreter the own side brings who holds no post. */
export function InterpreterForm({ sessionId, onDone }: { sessionId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useInterpretationWrite(sessionId);
  const [idempotencyKey] = useState(newId);
  return (
    <Form
      label={t('web-delegations:interpretation.name')}
      submit={t('web-delegations:interpretation.name')}
      pending={write.isPending}
      onSubmit={async (form) => {
        const body = { names: namesOf(form), agency: valueOf(form, 'agency') };
        await write.mutateAsync({ method: 'POST', path: `/sessions/${sessionId}/interpreters`, body, idempotencyKey });
        onDone();
      }}
      onCancel={onDone}
    >
      <NameFields />
      <TextField name="agency" label={t('web-delegations:interpretation.agency')} />
    </Form>
  );
}

/** A paper of the own side to be translated; private unless it is shared. */
export function PaperForm({ sessionId, onDone }: { sessionId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useInterpretationWrite(sessionId);
  const [idempotencyKey] = useState(newId);
  const languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
  return (
    <Form
      draft={`translation-paper.${sessionId}`}
      initial={{ sourceLang: 'ko', targetLang: 'ja', shared: '' }}
      label={t('web-delegations:papers.add')}
      submit={t('web-delegations:papers.add')}
      pending={write.isPending}
      onSubmit={async (form) => {
        const body = {
          title: valueOf(form, 'title'),
          sourceLang: valueOf(form, 'sourceLang'),
          targetLang: valueOf(form, 'targetLang'),
          amount: numberOf(form, 'amount'),
          shared: valueOf(form, 'shared') === 'yes',
        };
        await write.mutateAsync({
          method: 'POST',
          path: `/sessions/${sessionId}/translation-papers`,
          body,
          idempotencyKey,
        });
        onDone();
      }}
      onCancel={onDone}
    >
      <TextField name="title" label={t('web-delegations:papers.name')} required />
      <FieldRow>
        <SelectField name="sourceLang" label={t('web-delegations:papers.source')} options={languages} />
        <SelectField name="targetLang" label={t('web-delegations:papers.target')} options={languages} />
        <NumberField
          name="amount"
          label={t('web-delegations:papers.amount')}
          hint={t('web-delegations:papers.amountHint')}
          required
        />
      </FieldRow>
      <SelectField
        name="shared"
        label={t('web-delegations:papers.seenBy')}
        options={[
          { value: '', label: t('web-delegations:papers.own') },
          { value: 'yes', label: t('web-delegations:papers.both') },
        ]}
      />
    </Form>
  );
}
