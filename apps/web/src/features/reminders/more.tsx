import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/api/problem.js';
import css from './reminders.module.css';

/** The next page of a list, below what is there. */
export function More({ read }: { read: UseInfiniteQueryResult<unknown, Problem> }) {
  const { t } = useTranslation();
  if (!read.hasNextPage) return null;
  return (
    <p className={`${css.more ?? ''} fd-no-print`}>
      <Button variant="default" loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
        {t('web-reminders:more')}
      </Button>
    </p>
  );
}
