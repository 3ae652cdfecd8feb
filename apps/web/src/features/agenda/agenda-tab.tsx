import { Button } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import { useAgenda } from '../../shared/api/agenda.js';
import { hasStatus } from '../../shared/api/problem.js';
import type { Agenda, SessionDetail } from '../../shared/api/types.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Illustrative, Private, State } from '../../shared/ui/badges.js';
import { FilterChoice, useFilters } from '../../shared/ui/filters.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import css from './agenda.module.css';
import { ItemRow } from './item-row.js';
import { SignPanel } from './sign-panel.js';

const ItemForm = lazy(async () => ({ default: (await import('./item-form.js')).ItemForm }));

/** The agenda of a session: to be read first, then written, translated and signed. */
export function AgendaTab() {
  const session = useOutletContext<SessionDetail>();
  const agenda = useAgenda(session.id);
  const { t } = useTranslation();
  if (hasStatus(agenda.error, 404)) return <Empty>{t('web-agenda:none')}</Empty>;
  return (
    <Answer read={agenda} head={false} rows={5}>
      {(data) => <AgendaSheet agenda={data} session={session} />}
    </Answer>
  );
}

const STEPS = ['sign', 'exchange', 'withdraw-signature'];

function AgendaSheet({ agenda, session }: { agenda: Agenda; session: SessionDetail }) {
  const { t } = useTranslation();
  const { get } = useFilters();
  const [adding, setAdding] = useState(false);
  const mayStep = agenda.allowedActions.some((entry) => entry.allowed && STEPS.includes(entry.action));
  const inside = agenda.audience === 'kr' || agenda.audience === 'jp';
  const rows = (
    <ol className={css.items} data-state={agenda.state}>
      {agenda.items.map((item) => (
        <ItemRow key={item.id} item={item} agenda={agenda} zone={session.zone} columns={get('texts') !== 'one'} />
      ))}
    </ol>
  );
  return (
    <div className={css.sheet}>
      <div className={css.bar}>
        <State tone={agenda.state === 'agreed' || agenda.state === 'adopted' ? 'done' : 'open'}>
          {t(`web-agenda:state.${agenda.state}`)}
        </State>
        {agenda.version > 0 ? <span>{t('web-agenda:version', { n: agenda.version })}</span> : null}
        <span>{t('web-agenda:total', { minutes: agenda.totalMinutes })}</span>
        <Illustrative show={agenda.illustrative} />
        <span className={`${css.barEnd} fd-no-print`}>
          <span className={css.wide}>
            <FilterChoice
              name="texts"
              label={t('web-agenda:languages.label')}
              options={[
                { value: '', label: t('web-agenda:languages.all') },
                { value: 'one', label: t('web-agenda:languages.one') },
              ]}
            />
          </span>
          <Link to="versions">{t('web-agenda:versions.title')}</Link>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
            className={css.wide ?? ''}
          >
            {t('web-shell:print')}
          </Button>
        </span>
      </div>
      {inside && agenda.items.length > 0 ? <Private>{t('web-agenda:inside')}</Private> : null}
      {mayStep ? <SignPanel agenda={agenda} /> : null}
      {agenda.items.length === 0 ? <Empty>{t('web-agenda:none')}</Empty> : rows}
      {adding ? (
        <section className={css.panel}>
          <h2>{t('web-agenda:add')}</h2>
          <Suspense>
            <ItemForm sessionId={session.id} onDone={() => setAdding(false)} />
          </Suspense>
        </section>
      ) : (
        <p className="fd-no-print">
          <ActionButton
            may={allowedIn(agenda.allowedActions, 'add-item')}
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('web-agenda:add')}
          </ActionButton>
        </p>
      )}
      {mayStep || agenda.items.length === 0 ? null : <SignPanel agenda={agenda} />}
      {agenda.hash ? (
        <p className="fd-print-only">
          {agenda.version > 0 ? `${t('web-agenda:version', { n: agenda.version })} · ` : null}
          {agenda.hash}
        </p>
      ) : null}
    </div>
  );
}
