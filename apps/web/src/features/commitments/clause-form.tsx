import { newId } from '#core/kernel';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentSummary, InstrumentDetail } from '../../shared/api/types.js';
import { ChoiceField, SelectField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { toast } from '../../shared/ui/toast.js';
import { instrumentAct, STRENGTHS, useInstrumentWrite, useProgress, type Strength } from './api.js';
import { DetailsFields, detailsOf, initialDetails } from './details-fields.js';
import { initialTexts, neededTexts, TextsFields } from './texts-fields.js';

const ONE_SIDED: readonly Strength[] = ['unilateral_intent', 'proposal'];

/** One obligation: what it says in our words and in its own, how far it binds, who acts and by when. */
export function ClauseForm({
  instrument,
  clause,
  onDone,
}: {
  instrument: InstrumentDetail;
  clause?: CommitmentSummary;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const page = useLanguage();
  const sides = useSides();
  const write = useInstrumentWrite();
  const [idempotencyKey] = useState(newId);
  const [strength, setStrength] = useState<Strength>(clause?.strength ?? 'joint_non_binding');
  const topics = (useProgress().data?.rows ?? []).filter((row) => row.by === 'topic' && row.key !== null);
  const send = async (data: FormData): Promise<void> => {
    const body = {
      ...detailsOf(data, page, clause),
      text: neededTexts(data, 'text', page, clause?.text),
      strength,
      strengthSide: ONE_SIDED.includes(strength) ? valueOf(data, 'strengthSide') : null,
      areaId: valueOf(data, 'areaId') || null,
      chapeau: data.get('chapeau') === 'yes',
      topicCodes: [valueOf(data, 'topic')].filter((code) => code !== ''),
    };
    await write.mutateAsync(
      clause
        ? instrumentAct(instrument, `/clauses/${clause.id}`, body, 'PUT')
        : { ...instrumentAct(instrument, '/clauses', body), idempotencyKey },
    );
    toast(t('web-commitments:done.saved'));
    onDone();
  };
  return (
    <Form
      draft={`clause.${instrument.id}.${clause?.id ?? 'new'}`}
      initial={{
        ...initialDetails(clause),
        ...initialTexts('text', clause?.text),
        areaId: clause?.area?.id ?? '',
        strengthSide: clause?.strengthSide ?? sides[0],
        topic: clause?.topics[0]?.code ?? '',
      }}
      label={t(clause ? 'web-commitments:act.editClause' : 'web-commitments:act.addClause')}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <TextsFields name="text" label={t('web-commitments:field.clause')} required />
      <Checkbox
        name="chapeau"
        value="yes"
        defaultChecked={clause?.chapeau ?? false}
        label={t('web-commitments:field.chapeau')}
      />
      <NativeSelect
        label={t('web-commitments:strength')}
        value={strength}
        onChange={(event) => setStrength(event.currentTarget.value as Strength)}
        data={STRENGTHS.map((value) => ({ value, label: t(`web-words:strength.${value}`) }))}
      />
      {ONE_SIDED.includes(strength) ? (
        <ChoiceField
          name="strengthSide"
          label={t('web-commitments:field.whose')}
          options={sides.map((side) => ({ value: side, label: t(`common:sides.${side}Side`) }))}
        />
      ) : null}
      <SelectField
        name="areaId"
        label={t('web-commitments:area')}
        options={[
          { value: '', label: t('web-commitments:field.noArea') },
          ...instrument.areas.map((area) => ({ value: area.id, label: area.name.text })),
        ]}
      />
      <SelectField
        name="topic"
        label={t('web-commitments:progress.head.topic')}
        options={[
          { value: '', label: t('web-commitments:field.notSaid') },
          ...topics.map((row) => ({ value: row.key ?? '', label: row.name?.text ?? row.key ?? '' })),
        ]}
      />
      <DetailsFields quote />
    </Form>
  );
}
