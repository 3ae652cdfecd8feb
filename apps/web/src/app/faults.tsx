import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { isProblem } from '../shared/api/problem.js';
import { useTitle } from '../shared/ui/page.js';
import { Fault } from '../shared/ui/states.js';
import css from './frame.module.css';

export function NotFound() {
  const { t } = useTranslation();
  useTitle(t('web-shell:fault.notFound'));
  return (
    <article>
      <h1>{t('web-shell:fault.notFound')}</h1>
      <p>{t('web-shell:fault.notFoundText')}</p>
      <p>
        <Link to="/">{t('web-shell:fault.home')}</Link>
      </p>
    </article>
  );
}

/** A page that broke, or whose file is gone because a newer version was installed. */
export function RouteFault() {
  const { t } = useTranslation();
  const error = useRouteError();
  if (isProblem(error)) return <Fault problem={error} page />;
  return (
    <div className={css.bare}>
      <Alert role="alert" variant="outline">
        <h1 className={css.faultTitle}>{t('web-shell:fault.failed')}</h1>
        <p>{t('web-shell:fault.broken')}</p>
        <Button onClick={() => window.location.reload()}>{t('web-shell:fault.reload')}</Button>
      </Alert>
    </div>
  );
}
