import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstrumentDetail } from '../../shared/api/types.js';
import { AreaField, DayField, FieldRow, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private } from '../../shared/ui/badges.js';
import { Day } from '../../shared/ui/dates.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Facts, Section } from '../../shared/ui/page.js';
import { toast } from '../../shared/ui/toast.js';
import { instrumentAct, useInstrumentWrite } from './api.js';
import css from './commitments.module.css';

type Check = NonNullable<InstrumentDetail['check']>;
const PROMISES = ['makesNoRights', 'makesNoBudget', 'makesNoExemption'] as const;

/** What Korean law asks of an arrangement between agencies; nobody else is shown it. */
export function ArrangementCheck({ instrument }: { instrument: InstrumentDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { check } = instrument;
  if (!check) return null;
  return (
    <Section title={t('web-commitments:check.title')}>
      <Private>
        <Facts
          rows={[
            ...PROMISES.map(
              (key) =>
                [
                  t(`web-commitments:check.${key}`),
                  t(check[key] ? 'web-commitments:check.yes' : 'web-commitments:check.open'),
                ] as const,
            ),
            [
              t('web-commitments:check.consultedOn'),
              check.consultedOn ? <Day date={check.consultedOn} /> : t('web-commitments:check.open'),
            ],
            [t('web-commitments:check.postingDue'), check.postingDue ? <Day date={check.postingDue} /> : null],
            [
              t('web-commitments:check.postedOn'),
              check.postedOn ? <Day date={check.postedOn} /> : t('web-commitments:check.open'),
            ],
            [
              t('web-commitments:field.url'),
              check.postingUrl ? (
                <a href={check.postingUrl} target="_blank" rel="noreferrer" className={css.address}>
                  {check.postingUrl}
                </a>
              ) : null,
            ],
            [t('web-commitments:note'), check.note],
          ]}
        />
        <div className={`${css.acts} fd-no-print`}>
          <ActionButton
            may={allowedIn(instrument.allowedActions, 'check')}
            variant="default"
            onClick={() => setAsking(true)}
          >
            {t('web-commitments:act.check')}
          </ActionButton>
        </div>
      </Private>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('web-commitments:check.title')}>
        <CheckForm instrument={instrument} check={check} onDone={() => setAsking(false)} />
      </Dialog>
    </Section>
  );
}

function CheckForm({ instrument, check, onDone }: { instrument: InstrumentDetail; check: Check; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useInstrumentWrite();
  const send = async (data: FormData): Promise<void> => {
    const orNull = (name: string): string | null => valueOf(data, name) || null;
    const body = {
      ...Object.fromEntries(PROMISES.map((key) => [key, data.get(key) === 'yes'])),
      consultedOn: orNull('consultedOn'),
      postedOn: orNull('postedOn'),
      postingUrl: orNull('postingUrl'),
      note: valueOf(data, 'note'),
    };
    await write.mutateAsync(instrumentAct(instrument, '/check', body, 'PUT'));
    toast(t('web-commitments:done.saved'));
    onDone();
  };
  return (
    <Form
      draft={`instrument-check.${instrument.id}`}
      initial={{
        consultedOn: check.consultedOn ?? '',
        postedOn: check.postedOn ?? '',
        postingUrl: check.postingUrl ?? '',
        note: check.note ?? '',
      }}
      label={t('web-commitments:check.title')}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      {PROMISES.map((key) => (
        <Checkbox
          key={key}
          name={key}
          value="yes"
          defaultChecked={check[key]}
          label={t(`web-commitments:check.${key}`)}
        />
      ))}
      <FieldRow>
        <DayField name="consultedOn" label={t('web-commitments:check.consultedOn')} />
        <DayField name="postedOn" label={t('web-commitments:check.postedOn')} />
      </FieldRow>
      <TextField
        name="postingUrl"
        type="url"
        label={t('web-commitments:field.url')}
        hint={t('web-commitments:field.urlHint')}
      />
      <AreaField name="note" label={t('web-commitments:note')} rows={2} />
    </Form>
  );
}
