import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { issuePath } from './api.js';
import { IssueForm } from './issue-form.js';
import css from './radio.module.css';

/** A new case; it is the own side's until it is reported. */
export function NewIssueTab() {
  const { t } = useTranslation();
  const go = useNavigate();
  return (
    <section>
      <header className={css.head}>
        <p className={css.over}>
          <Link to="/records">{t('web-records:kind.radio')}</Link>
        </p>
        <h2>{t('web-radio:act.create')}</h2>
      </header>
      <IssueForm mode="create" onDone={(id) => void go(issuePath(id))} />
    </section>
  );
}
