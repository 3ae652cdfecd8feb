import { IconAlertTriangle, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import { paramsOf } from '../../shared/api/problem.js';
import type { SessionDetail } from '../../shared/api/types.js';
import { useErrorText } from '../../shared/i18n/words.js';
import { CalendarNotes } from '../../shared/ui/calendar-notes.js';
import { Day } from '../../shared/ui/dates.js';
import { Answer } from '../../shared/ui/states.js';
import { useDelegations, type Delegations } from './api.js';
import { Attendance } from './attendance.js';
import css from './delegations.module.css';
import { InterpretationSection } from './interpretation-section.js';
import { ListColumn } from './list-column.js';

/** Both delegations side by side, the reader's own first, and how they understand each other. */
export function DelegationsTab() {
  const session = useOutletContext<SessionDetail>();
  const read = useDelegations(session.id);
  return (
    <>
      <Answer read={read} head={false} rows={4}>
        {(page) => <Both page={page} session={session} />}
      </Answer>
      <InterpretationSection session={session} />
    </>
  );
}

function Both({ page, session }: { page: Delegations; session: SessionDetail }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  return (
    <>
      <div className={css.bar}>
        <span>
          {t('web-delegations:due')} <Day date={page.dueDate} />
        </span>
        {page.changesAreTold ? <span className={css.note}>{t('web-delegations:told')}</span> : null}
        <span className={`${css.barEnd} fd-no-print`}>
          <Link to={`/sessions/${session.id}/participants`}>
            <IconPrinter size={18} aria-hidden /> {t('web-delegations:participants.title')}
          </Link>
          <Link to={`/sessions/${session.id}/name-plates`}>
            <IconPrinter size={18} aria-hidden /> {t('web-delegations:plates.title')}
          </Link>
        </span>
      </div>
      <CalendarNotes notes={page.calendarNotes} />
      {page.parity ? (
        <p role="status" className={css.parity}>
          <IconAlertTriangle size={18} aria-hidden />
          {textOf(page.parity.code, paramsOf(page.parity.params))}
        </p>
      ) : null}
      <div className={css.columns}>
        {page.lists.map((list) => (
          <ListColumn key={list.side} list={list} session={session} rankTable={page.rankTable} />
        ))}
      </div>
      <Attendance page={page} />
    </>
  );
}
