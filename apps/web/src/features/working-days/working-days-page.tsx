import { formatPartialDate } from '#core/i18n';
import { partyName } from '#core/kernel';
import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus, IconPrinter, IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useMe, useSides } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { CalendarNotes } from '../../shared/ui/calendar-notes.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { FilterChoice, Filters, useFilters } from '../../shared/ui/filters.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import type { HolidayYear } from './api.js';
import { AvoidPeriodList } from './avoid-periods.js';
import { Calculator } from './calculator.js';
import { HolidayForm } from './holiday-form.js';
import { HolidayLists } from './holiday-lists.js';
import { ImportForm } from './import-form.js';
import css from './working-days.module.css';
import { YearGrid } from './year-grid.js';

const FIRST = 1998;
const LAST = 2097;

const thisYear = (): number =>
  Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Seoul' }).format());

/** Both countries' holidays of a year, side by side; each secretariat keeps its own. */
export function WorkingDaysPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const asked = Number(get('year'));
  const year = Number.isInteger(asked) && asked >= FIRST && asked <= LAST ? asked : thisYear();
  const list = useRead<HolidayYear>('/holidays', { year: String(year) });
  const name = formatPartialDate({ value: String(year), precision: 'year' }, useLanguage());
  return (
    <Page title={t('web-working-days:title')} aside={<YearChoice year={year} name={name} />}>
      <p className={css.lead}>
        {t('web-working-days:lead')}{' '}
        <a href="#calculator" className="fd-no-print">
          {t('web-working-days:calc.go')}
        </a>
      </p>
      <Answer read={list} head={false} rows={10}>
        {(answer) => <Year answer={answer} name={name} />}
      </Answer>
      <Calculator />
    </Page>
  );
}

function YearChoice({ year, name }: { year: number; name: string }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const to = (next: number): string => {
    const search = new URLSearchParams(params);
    search.set('year', String(next));
    return `?${search.toString()}`;
  };
  return (
    <nav aria-label={t('web-working-days:year')} className={css.years}>
      <Link
        to={to(Math.max(FIRST, year - 1))}
        aria-label={t('web-working-days:yearBefore')}
        className={`${css.step} fd-no-print`}
        preventScrollReset
      >
        <IconChevronLeft size={20} stroke={1.6} aria-hidden />
      </Link>
      <strong aria-live="polite">{name}</strong>
      <Link
        to={to(Math.min(LAST, year + 1))}
        aria-label={t('web-working-days:yearAfter')}
        className={`${css.step} fd-no-print`}
        preventScrollReset
      >
        <IconChevronRight size={20} stroke={1.6} aria-hidden />
      </Link>
    </nav>
  );
}

function Year({ answer, name }: { answer: HolidayYear; name: string }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const sides = useSides();
  const { get } = useFilters();
  const count = (days: number): string => t('web-working-days:days', { count: days });
  return (
    <>
      <Facts
        rows={[
          ...sides.map((side) => [partyName(side, lang), count(answer.workingDays[side])] as const),
          [t('web-working-days:common'), count(answer.workingDays.common)],
        ]}
      />
      <CalendarNotes notes={answer.calendarNotes} />
      <Section title={t('web-working-days:holidaysOf', { year: name })} aside={<Tools answer={answer} />}>
        <Filters label={t('web-working-days:view')}>
          <FilterChoice
            name="view"
            label={t('web-working-days:view')}
            options={[
              { value: '', label: t('web-working-days:list') },
              { value: 'grid', label: t('web-working-days:grid') },
            ]}
          />
        </Filters>
        {get('view') === 'grid' ? <YearGrid answer={answer} /> : <HolidayLists answer={answer} />}
      </Section>
      <AvoidPeriodList year={answer.year} allowed={answer.allowedActions} />
    </>
  );
}

function Tools({ answer }: { answer: HolidayYear }) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState<'add' | 'import' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <div className={`${css.tools} fd-no-print`}>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.6} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('web-shell:print')}
      </Button>
      <ActionButton
        may={allowedIn(answer.allowedActions, 'import')}
        variant="default"
        leftSection={<IconTableImport size={18} stroke={1.6} aria-hidden />}
        onClick={() => setOpen('import')}
      >
        {t('web-working-days:import.open')}
      </ActionButton>
      <ActionButton
        may={allowedIn(answer.allowedActions, 'add')}
        leftSection={<IconPlus size={18} stroke={1.6} aria-hidden />}
        onClick={() => setOpen('add')}
      >
        {t('web-working-days:add')}
      </ActionButton>
      {me?.side ? (
        <>
          <Dialog open={open === 'add'} title={t('web-working-days:add')} onClose={close}>
            <HolidayForm side={me.side} year={answer.year} onDone={close} />
          </Dialog>
          <Dialog open={open === 'import'} title={t('web-working-days:import.open')} onClose={close}>
            <ImportForm onDone={close} />
          </Dialog>
        </>
      ) : null}
    </div>
  );
}
