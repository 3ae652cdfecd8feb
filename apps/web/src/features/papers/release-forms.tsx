import { instantOf, zoneName } from '#core/i18n';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AreaField, DayField, FieldRow, SelectField } from '../../shared/forms/fields.js';
import { Form, useFormState, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { Moment } from '../../shared/ui/dates.js';
import { toast } from '../../shared/ui/toast.js';
import { paperStep, usePaperWrite, type Paper } from './api.js';
import css from './papers.module.css';

interface FormProps {
  paper: Paper;
  onDone: () => void;
}

/** Shows the paper to both sides, now or from a moment to come. */
export function ReleaseForm({ paper, planned, onDone }: FormProps & { planned: boolean }) {
  const { t } = useTranslation();
  const zone = useZone();
  const write = usePaperWrite();
  const send = async (data: FormData): Promise<void> => {
    const at = planned ? momentOf(data, zone) : undefined;
    await write.mutateAsync(paperStep(paper, 'release', at ? { at } : {}));
    toast(t(planned ? 'web-papers:done.plan-release' : 'web-papers:done.release'));
    onDone();
  };
  const label = t(planned ? 'web-papers:act.plan-release' : 'web-papers:act.release');
  return (
    <Form
      initial={{ time: '09:00' }}
      label={label}
      submit={label}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <p>{t(planned ? 'web-papers:ask.plan-release' : 'web-papers:ask.release')}</p>
      {planned ? <MomentFields required /> : null}
    </Form>
  );
}

/** Turns the own side's key on opening the paper to more readers. */
export function WidenForm({ paper, onDone }: FormProps) {
  const { t } = useTranslation();
  const zone = useZone();
  const write = usePaperWrite();
  const embargo = paper.session?.embargoAt ?? null;
  const send = async (data: FormData): Promise<void> => {
    const at = momentOf(data, zone);
    const reason = valueOf(data, 'reason');
    const body = { audience: valueOf(data, 'audience'), ...(at ? { at } : {}), ...(reason ? { reason } : {}) };
    await write.mutateAsync(paperStep(paper, 'widen', body));
    toast(t('web-papers:done.widen'));
    onDone();
  };
  const targets = (['business', 'public'] as const).filter((to) => to === 'public' || paper.audience !== 'public');
  return (
    <Form
      draft={`paper-widen.${paper.id}`}
      initial={{ time: '09:00' }}
      label={t('web-papers:act.widen')}
      submit={t('web-papers:act.widen')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
      refusal={(problem) =>
        problem.fields.length > 0 ? (
          <ul>
            {problem.fields.map((fault) => (
              <li key={fault.path}>{fault.detail}</li>
            ))}
          </ul>
        ) : null
      }
    >
      <p>{t('web-papers:ask.widen')}</p>
      {embargo ? (
        <p>
          {t('web-papers:widen.embargo')} <Moment at={embargo} zone={zone} />
        </p>
      ) : null}
      <SelectField
        name="audience"
        label={t('web-papers:whoSees')}
        options={targets.map((value) => ({ value, label: t(`web-papers:readers.${value}`) }))}
      />
      <MomentFields />
      <AreaField name="reason" label={t('web-papers:widen.reason')} hint={t('web-proposals:bothRead')} rows={2} />
    </Form>
  );
}

/** Asks once more before an own paper is taken back. */
export function WithdrawAct({ paper, onDone }: FormProps) {
  const { t } = useTranslation();
  const write = usePaperWrite();
  const textOf = useProblemText();
  return (
    <>
      <p>{t(paper.symbol === null ? 'web-papers:ask.withdrawDraft' : 'web-papers:ask.withdraw')}</p>
      <div className={css.acts}>
        <Button
          color="red"
          loading={write.isPending}
          onClick={() =>
            void write.mutateAsync(paperStep(paper, 'withdraw')).then(
              () => {
                toast(t('web-papers:done.withdraw'));
                onDone();
              },
              () => undefined,
            )
          }
        >
          {t('web-papers:act.withdraw')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('web-shell:cancel')}
        </Button>
      </div>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
    </>
  );
}

/** A day and a clock time in the reader's capital. */
function MomentFields({ required = false }: { required?: boolean }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  const { initial, errorOf } = useFormState();
  return (
    <FieldRow>
      <DayField
        name="day"
        label={t('web-papers:field.day')}
        hint={required ? '' : t('web-papers:field.dayHint')}
        required={required}
      />
      <TextInput
        name="time"
        type="time"
        label={t('web-papers:field.time')}
        description={zoneName(zone, lang)}
        defaultValue={initial['time'] ?? ''}
        error={errorOf('at')}
      />
    </FieldRow>
  );
}

/** ISO 8601 in UTC; undefined while no day is chosen. */
function momentOf(data: FormData, zone: string): string | undefined {
  const day = valueOf(data, 'day');
  const time = valueOf(data, 'time');
  return day === '' ? undefined : instantOf(day, time === '' ? '00:00' : time, zone);
}
