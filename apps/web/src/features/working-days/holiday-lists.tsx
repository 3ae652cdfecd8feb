import { partyName, type Side } from '#core/kernel';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendThen, useRead, useWrite } from '../../shared/api/hooks.js';
import { isProblem } from '../../shared/api/problem.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useSides } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Day } from '../../shared/ui/dates.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { exportAddress, setAside, type HolidayRecord, type HolidayYear } from './api.js';
import { HolidayForm } from './holiday-form.js';
import css from './working-days.module.css';

/** The year's tables of both countries, the reader's own first. */
export function HolidayLists({ answer }: { answer: HolidayYear }) {
  const sides = useSides();
  return (
    <div className={css.sides}>
      {sides.map((side) => (
        <SideList key={side} side={side} year={answer.year} days={answer.items.filter((day) => day.side === side)} />
      ))}
    </div>
  );
}

function SideList({ side, year, days }: { side: Side; year: number; days: HolidayRecord[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <section className={css.side}>
      <div className={css.sideHead}>
        <h3>
          <SideName side={side} suffix={false} />
        </h3>
        <a href={exportAddress(side, year)} download className="fd-no-print">
          {t('web-working-days:export')}
        </a>
      </div>
      {days.length === 0 ? (
        <Empty>{t('web-working-days:none')}</Empty>
      ) : (
        <DataTable
          label={partyName(side, lang)}
          rows={days}
          idOf={(day) => day.id}
          columns={[
            { key: 'date', label: t('web-working-days:date'), main: true, cell: (day) => <Day date={day.date} /> },
            { key: 'name', label: t('web-working-days:name'), cell: (day) => <DayName day={day} /> },
            {
              key: 'status',
              label: t('web-working-days:status'),
              cell: (day) => <DayStatus day={day} />,
            },
          ]}
        />
      )}
    </section>
  );
}

function DayName({ day }: { day: HolidayRecord }) {
  const { t } = useTranslation();
  return (
    <div className={css.dayName} data-withdrawn={day.withdrawn || undefined}>
      <span className={css.name}>
        <Words value={day.name} />
      </span>
      <span className={css.kind}>{t(`working-days:kinds.${day.kind}`)}</span>
      {day.citation ? (
        <span className={css.kind}>
          {t('web-working-days:citation')} <Words value={day.citation} marks={false} />
        </span>
      ) : null}
      <DayActions day={day} />
    </div>
  );
}

function DayStatus({ day }: { day: HolidayRecord }) {
  const { t } = useTranslation();
  if (day.withdrawn) return <State tone="amber">{t('web-working-days:withdrawn')}</State>;
  return (
    <span className={css.states}>
      <State tone={day.status === 'gazetted' ? 'done' : day.status === 'predicted' ? 'open' : 'plain'}>
        {t(`working-days:statuses.${day.status}`)}
      </State>
      {day.origin === 'person' ? <span className={css.kind}>{t('web-working-days:byPerson')}</span> : null}
    </span>
  );
}

function DayActions({ day }: { day: HolidayRecord }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'edit' | 'withdraw' | null>(null);
  const close = (): void => setOpen(null);
  const restore = useWrite<HolidayRecord>();
  const textOf = useProblemText();
  return (
    <span className={`${css.acts} fd-no-print`}>
      <ActionButton
        may={allowedIn(day.allowedActions, 'edit')}
        size="compact-sm"
        variant="default"
        onClick={() => setOpen('edit')}
      >
        {t('web-working-days:edit')}
      </ActionButton>
      <ActionButton
        may={allowedIn(day.allowedActions, 'withdraw')}
        size="compact-sm"
        variant="default"
        onClick={() => setOpen('withdraw')}
      >
        {t('web-working-days:withdraw')}
      </ActionButton>
      <ActionButton
        may={allowedIn(day.allowedActions, 'restore')}
        size="compact-sm"
        variant="default"
        loading={restore.isPending}
        onClick={() =>
          sendThen(restore, setAside('holidays', day, 'restore'), () =>
            toast(t('web-working-days:restored', { name: day.name.text })),
          )
        }
      >
        {t('web-working-days:restore')}
      </ActionButton>
      {restore.error ? <span role="alert">{textOf(restore.error)}</span> : null}
      <Dialog open={open === 'edit'} title={t('web-working-days:edit')} onClose={close}>
        <EditHoliday day={day} onDone={close} />
      </Dialog>
      <Dialog
        open={open === 'withdraw'}
        title={t('web-working-days:withdrawTitle', { name: day.name.text })}
        onClose={close}
      >
        <Withdrawal day={day} onDone={close} />
      </Dialog>
    </span>
  );
}

/** The form wants every language of the name, so the year is asked for once more with all of them. */
function EditHoliday({ day, onDone }: { day: HolidayRecord; onDone: () => void }) {
  const year = useRead<HolidayYear>('/holidays', { year: day.date.slice(0, 4), side: day.side, texts: 'all' });
  const full = year.data?.items.find(({ id }) => id === day.id);
  if (!full?.name.all) return null;
  return <HolidayForm side={day.side} year={Number(day.date.slice(0, 4))} day={full} onDone={onDone} />;
}

function Withdrawal({ day, onDone }: { day: HolidayRecord; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useWrite<HolidayRecord>();
  const textOf = useProblemText();
  const send = async (): Promise<void> => {
    try {
      await write.mutateAsync(setAside('holidays', day, 'withdraw'));
      toast(t('web-working-days:withdrawnDone', { name: day.name.text }));
      onDone();
    } catch (error) {
      if (!isProblem(error)) throw error;
    }
  };
  return (
    <>
      <p>
        <Day date={day.date} /> <Words value={day.name} marks={false} />
      </p>
      <p>{t('web-working-days:withdrawText')}</p>
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
      <div className={css.tools}>
        <Button onClick={() => void send()} loading={write.isPending}>
          {t('web-working-days:withdraw')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('web-shell:cancel')}
        </Button>
      </div>
    </>
  );
}
