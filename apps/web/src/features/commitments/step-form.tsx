import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentDetail } from '../../shared/api/types.js';
import { AreaField, DayField, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { toast } from '../../shared/ui/toast.js';
import {
  commitmentAct,
  EVIDENCE_KINDS,
  useCommitmentWrite,
  usePastSessions,
  type EvidenceKind,
  type Step,
} from './api.js';

/** How far a promise has come, from when, and what shows it. */
export function StepForm({
  commitment,
  steps,
  onDone,
}: {
  commitment: CommitmentDetail;
  steps: Step[];
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const write = useCommitmentWrite();
  const [kind, setKind] = useState<EvidenceKind>('document');
  const sessions = usePastSessions();
  const send = async (data: FormData): Promise<void> => {
    const filled = (name: string): Record<string, string> => {
      const value = valueOf(data, name);
      return value === '' ? {} : { [name.replace('evidence.', '')]: value };
    };
    await write.mutateAsync(
      commitmentAct(commitment, 'steps', {
        action: valueOf(data, 'action'),
        evidence: { kind, ...filled('evidence.text'), ...filled('evidence.url'), ...filled('evidence.sessionId') },
        ...filled('asOf'),
        ...filled('note'),
      }),
    );
    toast(t(commitment.twoKeys ? 'web-commitments:done.proposed' : 'web-commitments:done.changed'));
    onDone();
  };
  const label = t(commitment.twoKeys ? 'web-commitments:act.propose' : 'web-commitments:act.change');
  return (
    <Form
      draft={`commitment-step.${commitment.id}`}
      label={t('web-commitments:act.step')}
      submit={label}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <SelectField
        name="action"
        label={t('web-commitments:status')}
        options={steps.map((step) => ({ value: step, label: t(`web-commitments:step.${step}`) }))}
      />
      <DayField name="asOf" label={t('web-commitments:statusAsOf')} hint={t('web-commitments:field.asOfHint')} />
      <NativeSelect
        label={t('web-commitments:field.evidenceKind')}
        description={t('web-commitments:field.evidenceHint')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as EvidenceKind)}
        data={EVIDENCE_KINDS.map((value) => ({ value, label: t(`web-commitments:evidenceKind.${value}`) }))}
      />
      {kind === 'meeting' ? (
        <SelectField
          name="evidence.sessionId"
          label={t('web-commitments:evidenceKind.meeting')}
          options={[
            { value: '', label: t('web-commitments:field.otherMeeting') },
            ...sessions.map((session) => ({
              value: session.id,
              label: `${session.date.value} ${session.title.text}`,
            })),
          ]}
        />
      ) : (
        <TextField
          name="evidence.url"
          type="url"
          label={t('web-commitments:field.url')}
          hint={t('web-commitments:field.urlHint')}
          required={kind === 'link'}
        />
      )}
      <AreaField name="evidence.text" label={t('web-commitments:field.evidenceText')} rows={2} />
      <AreaField name="note" label={t('web-commitments:field.note')} hint={t('web-proposals:bothRead')} rows={2} />
    </Form>
  );
}
