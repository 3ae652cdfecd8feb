import { LANGUAGES, newId } from '#core/kernel';
import { Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstrumentDetail } from '../../shared/api/types.js';
import { FieldRow, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { toast } from '../../shared/ui/toast.js';
import { INSTRUMENT_KINDS, instrumentAct, LEGAL_FORCES, useInstrumentWrite, usePastSessions } from './api.js';
import { PostField } from './details-fields.js';
import { initialTexts, neededTexts, TextsFields, textsOf } from './texts-fields.js';

/** Begins an instrument or writes its words anew. */
export function InstrumentForm({
  instrument,
  onDone,
}: {
  instrument?: InstrumentDetail;
  onDone: (saved: InstrumentDetail) => void;
}) {
  const { t } = useTranslation();
  const page = useLanguage();
  const sides = useSides();
  const sessions = usePastSessions();
  const write = useInstrumentWrite();
  const [idempotencyKey] = useState(newId);
  const send = async (data: FormData): Promise<void> => {
    const orNull = (name: string): string | null => valueOf(data, name) || null;
    const body = {
      name: neededTexts(data, 'name', page, instrument?.name),
      kind: valueOf(data, 'kind'),
      legal: valueOf(data, 'legal'),
      date: valueOf(data, 'date'),
      place: textsOf(data, 'place', page, instrument?.place),
      sessionId: orNull('sessionId'),
      krSignatoryPostId: orNull('krSignatoryPostId'),
      jpSignatoryPostId: orNull('jpSignatoryPostId'),
      copyLanguages: data.getAll('copyLanguages'),
    };
    const saved = await write.mutateAsync(
      instrument
        ? instrumentAct(instrument, '', body, 'PATCH')
        : { method: 'POST', path: '/instruments', body, idempotencyKey },
    );
    toast(t('web-commitments:done.saved'));
    onDone(saved);
  };
  return (
    <Form
      draft={`instrument.${instrument?.id ?? 'new'}`}
      initial={initialOf(instrument)}
      label={t(instrument ? 'web-commitments:act.edit' : 'web-commitments:act.draft')}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onSubmit={send}
      {...(instrument ? { onCancel: () => onDone(instrument) } : {})}
    >
      <TextsFields name="name" label={t('web-commitments:field.name')} rows={1} required />
      <FieldRow>
        <SelectField
          name="kind"
          label={t('web-commitments:field.kind')}
          options={INSTRUMENT_KINDS.map((value) => ({ value, label: t(`web-words:instrumentKind.${value}`) }))}
        />
        <SelectField
          name="legal"
          label={t('web-commitments:legal')}
          options={LEGAL_FORCES.map((value) => ({ value, label: t(`web-words:legal.${value}`) }))}
        />
      </FieldRow>
      <TextField
        name="date"
        label={t('web-commitments:field.date')}
        hint={t('web-commitments:field.dateHint')}
        required
      />
      <TextsFields name="place" label={t('web-commitments:field.place')} rows={1} />
      <SelectField
        name="sessionId"
        label={t('web-commitments:chain.session')}
        options={[
          { value: '', label: t('web-commitments:field.notSaid') },
          ...sessions.map((session) => ({ value: session.id, label: `${session.date.value} ${session.title.text}` })),
        ]}
      />
      <FieldRow>
        {sides.map((side) => (
          <PostField
            key={side}
            name={`${side}SignatoryPostId`}
            side={side}
            label={t(`web-commitments:field.signatory.${side}`)}
          />
        ))}
      </FieldRow>
      <Checkbox.Group label={t('web-commitments:copies')} defaultValue={instrument?.copyLanguages ?? []}>
        <Group gap={16} mt={6}>
          {LANGUAGES.map((lang) => (
            <Checkbox
              key={lang}
              name="copyLanguages"
              value={lang}
              label={<span lang={lang}>{LANGUAGE_NAMES[lang]}</span>}
            />
          ))}
        </Group>
      </Checkbox.Group>
    </Form>
  );
}

function initialOf(instrument: InstrumentDetail | undefined): Record<string, string> {
  if (!instrument) return { kind: 'memorandum_of_cooperation', legal: 'non_binding' };
  const signatory = (side: 'kr' | 'jp'): string => instrument.signatories.find((post) => post.side === side)?.id ?? '';
  return {
    ...initialTexts('name', instrument.name),
    ...initialTexts('place', instrument.place),
    kind: instrument.kind,
    legal: instrument.legal,
    date: instrument.date.value,
    sessionId: instrument.session?.id ?? '',
    krSignatoryPostId: signatory('kr'),
    jpSignatoryPostId: signatory('jp'),
  };
}
