import { newId } from '#core/kernel';
import { formatDateRange } from '#core/i18n';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendThen, useRead, useWrite } from '../../shared/api/hooks.js';
import type { Allowed, Side } from '../../shared/api/types.js';
import { DayField, FieldRow } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useMe, useSides } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { addAvoidPeriod, changeAvoidPeriod, setAside, type AvoidPeriod, type AvoidPeriods } from './api.js';
import { NameFields, namesIn, nameValues } from './holiday-form.js';
import css from './working-days.module.css';

/** Days on which a side would rather not meet; deadlines do not follow them. */
export function AvoidPeriodList({ year, allowed }: { year: number; allowed: Allowed[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const me = useMe();
  const sides = useSides();
  const [adding, setAdding] = useState(false);
  const range = { from: `${String(year)}-01-01`, to: `${String(year)}-12-31`, texts: 'all' };
  const periods = useRead<AvoidPeriods>('/avoid-periods', range);
  const close = (): void => setAdding(false);
  const order = (a: AvoidPeriod, b: AvoidPeriod): number =>
    a.from.localeCompare(b.from) || sides.indexOf(a.side) - sides.indexOf(b.side);
  return (
    <Section
      title={t('web-working-days:avoid.title')}
      aside={
        <span className="fd-no-print">
          <ActionButton
            may={allowedIn(allowed, 'add-avoid-period')}
            variant="default"
            size="compact-md"
            onClick={() => setAdding(true)}
          >
            {t('web-working-days:avoid.add')}
          </ActionButton>
        </span>
      }
    >
      <p className={css.lead}>{t('web-working-days:avoid.lead')}</p>
      <Answer read={periods} head={false} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty />
          ) : (
            <DataTable
              label={t('web-working-days:avoid.title')}
              rows={[...items].sort(order)}
              idOf={(period) => period.id}
              columns={[
                {
                  key: 'days',
                  label: t('web-working-days:avoid.days'),
                  main: true,
                  cell: ({ from, to }) => formatDateRange(from, to, lang),
                },
                {
                  key: 'side',
                  label: t('web-working-days:avoid.side'),
                  cell: ({ side }) => <SideName side={side} suffix={false} />,
                },
                {
                  key: 'name',
                  label: t('web-working-days:name'),
                  cell: (period) => (
                    <div className={css.dayName} data-withdrawn={period.withdrawn || undefined}>
                      <span className={css.name}>
                        <Words value={period.name} />
                      </span>
                      {period.withdrawn ? <State tone="amber">{t('web-working-days:withdrawn')}</State> : null}
                      <PeriodActions period={period} />
                    </div>
                  ),
                },
              ]}
            />
          )
        }
      </Answer>
      {me?.side ? (
        <Dialog open={adding} title={t('web-working-days:avoid.add')} onClose={close}>
          <PeriodForm side={me.side} year={year} onDone={close} />
        </Dialog>
      ) : null}
    </Section>
  );
}

function PeriodActions({ period }: { period: AvoidPeriod }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const write = useWrite<AvoidPeriod>();
  const step = (name: 'withdraw' | 'restore'): void =>
    sendThen(write, setAside('avoid-periods', period, name), () => toast(t('web-working-days:changed')));
  return (
    <span className={`${css.acts} fd-no-print`}>
      <ActionButton
        may={allowedIn(period.allowedActions, 'edit')}
        size="compact-sm"
        variant="default"
        onClick={() => setEditing(true)}
      >
        {t('web-working-days:edit')}
      </ActionButton>
      {(['withdraw', 'restore'] as const).map((name) => (
        <ActionButton
          key={name}
          may={allowedIn(period.allowedActions, name)}
          size="compact-sm"
          variant="default"
          loading={write.isPending}
          onClick={() => step(name)}
        >
          {t(`web-working-days:${name}`)}
        </ActionButton>
      ))}
      <Dialog open={editing} title={t('web-working-days:edit')} onClose={() => setEditing(false)}>
        <PeriodForm
          side={period.side}
          year={Number(period.from.slice(0, 4))}
          period={period}
          onDone={() => setEditing(false)}
        />
      </Dialog>
    </span>
  );
}

function PeriodForm({
  side,
  year,
  period,
  onDone,
}: {
  side: Side;
  year: number;
  period?: AvoidPeriod;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const write = useWrite<AvoidPeriod>();
  const [idempotencyKey] = useState(newId);
  const send = async (data: FormData): Promise<void> => {
    const body = { from: valueOf(data, 'from'), to: valueOf(data, 'to'), names: namesIn(data) };
    await write.mutateAsync(period ? changeAvoidPeriod(period, body) : addAvoidPeriod(body, idempotencyKey));
    toast(t(period ? 'web-working-days:changed' : 'web-working-days:avoid.added'));
    onDone();
  };
  const first = `${String(year)}-01-01`;
  return (
    <Form
      draft={`avoid-period.${period?.id ?? `new.${side}`}`}
      initial={period ? { ...nameValues(period.name), from: period.from, to: period.to } : { from: first, to: first }}
      label={t(period ? 'web-working-days:edit' : 'web-working-days:avoid.add')}
      submit={t(period ? 'web-shell:save' : 'web-working-days:avoid.add')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <FieldRow>
        <DayField name="from" label={t('web-working-days:avoid.from')} required />
        <DayField name="to" label={t('web-working-days:avoid.to')} required />
      </FieldRow>
      <NameFields side={side} />
    </Form>
  );
}
