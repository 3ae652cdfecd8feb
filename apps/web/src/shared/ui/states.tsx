import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Problem } from '../api/problem.js';
import { useProblemText } from '../i18n/words.js';
import { useTitle } from './page.js';
import css from './states.module.css';

/** The shape of what comes: a head and some rows. */
export function Loading({ rows = 6, head = true }: { rows?: number; head?: boolean }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={css.loading}>
      <span className="fd-hidden">{t('web-shell:loading')}</span>
      {head ? <Skeleton height={34} width="45%" mb={24} /> : null}
      <Stack gap={12}>
        {Array.from({ length: rows }, (_, index) => (
          <Skeleton key={index} height={52} />
        ))}
      </Stack>
    </div>
  );
}

export function Empty({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  return <p className={css.empty}>{children ?? t('web-shell:empty')}</p>;
}

/** What went wrong, what is kept, and what to do next. Hidden and missing answer alike. */
export function Fault({ problem, retry, page = false }: { problem: Problem; retry?: () => void; page?: boolean }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const title =
    problem.status === 404
      ? 'notFound'
      : problem.status === 403
        ? 'forbidden'
        : problem.status === 0
          ? 'offline'
          : 'failed';
  return (
    <Alert role="alert" variant="outline" className={css.fault}>
      {page ? <FaultHead title={t(`web-shell:fault.${title}`)} /> : <h2>{t(`web-shell:fault.${title}`)}</h2>}
      <p>{problem.status === 404 ? t('web-shell:fault.notFoundText') : textOf(problem)}</p>
      {problem.requestId ? (
        <p className={css.request}>{t('web-shell:fault.request', { id: problem.requestId })}</p>
      ) : null}
      {retry && problem.status !== 404 && problem.status !== 403 ? (
        <Button variant="default" onClick={retry}>
          {t('web-shell:fault.retry')}
        </Button>
      ) : (
        <Link to="/">{t('web-shell:fault.home')}</Link>
      )}
    </Alert>
  );
}

function FaultHead({ title }: { title: string }) {
  useTitle(title);
  return <h1>{title}</h1>;
}

/** A read as a page: its shape while loading, its fault, or itself. */
export function Answer<T>({
  read,
  rows,
  head,
  children,
}: {
  read: UseQueryResult<T, Problem>;
  rows?: number;
  head?: boolean;
  children: (data: T) => ReactNode;
}) {
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <Fault problem={read.error} retry={() => void read.refetch()} page={head !== false} />;
  return <Loading {...(rows === undefined ? {} : { rows })} {...(head === undefined ? {} : { head })} />;
}
