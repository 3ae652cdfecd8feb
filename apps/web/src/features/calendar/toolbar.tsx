import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import filters from '../../shared/ui/filters.module.css';
import css from './calendar.module.css';
import { addMonths, isMonth, monthOf } from './month-of.js';

export type View = 'month' | 'list';
const VIEWS: readonly View[] = ['month', 'list'];

interface ToolbarProps {
  month: string;
  view: View;
  today: string | null;
  onMonth: (month: string) => void;
  onView: (view: View) => void;
}

/** Goes from month to month and between the twin views, and prints. Months are links, so each can be opened and shared. */
export function Toolbar({ month, view, today, onMonth, onView }: ToolbarProps) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const address = (changes: Record<string, string>): string => {
    const next = new URLSearchParams(params);
    next.delete('day');
    for (const [name, value] of Object.entries(changes)) next.set(name, value);
    return `?${next.toString()}`;
  };
  return (
    <div className={`${css.toolbar ?? ''} fd-no-print`}>
      <nav aria-label={t('web-calendar:months')} className={css.months}>
        <Link to={address({ month: addMonths(month, -1) })} aria-label={t('web-calendar:previous')} preventScrollReset>
          <IconChevronLeft size={20} stroke={1.6} aria-hidden />
        </Link>
        <Link
          to={today === null ? '?' : address({ month: monthOf(today), day: today })}
          className={css.toToday ?? ''}
          preventScrollReset
        >
          {t('web-calendar:today')}
        </Link>
        <Link to={address({ month: addMonths(month, 1) })} aria-label={t('web-calendar:next')} preventScrollReset>
          <IconChevronRight size={20} stroke={1.6} aria-hidden />
        </Link>
      </nav>
      <input
        type="month"
        className={css.pick}
        aria-label={t('web-calendar:pick')}
        value={month}
        onChange={(event) => {
          if (isMonth(event.currentTarget.value)) onMonth(event.currentTarget.value);
        }}
      />
      <div role="group" aria-label={t('web-calendar:view.label')} className={filters.choice}>
        {VIEWS.map((option) => (
          <button key={option} type="button" aria-pressed={view === option} onClick={() => onView(option)}>
            {t(`web-calendar:view.${option}`)}
          </button>
        ))}
      </div>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.6} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('web-shell:print')}
      </Button>
    </div>
  );
}
