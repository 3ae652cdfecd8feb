import { Button } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import { useAgenda } from '../../shared/api/agenda.js';
import { hasStatus } from '../../shared/api/problem.js';
import type { Agenda, AgendaItem, SessionDetail } from '../../shared/api/types.js';
import { useOffline } from '../../shared/offline/state.js';
import { useKeepOffline } from '../../shared/offline/use-keep-offline.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Illustrative, Private, State } from '../../shared/ui/badges.js';
import { FilterChoice, useFilters } from '../../shared/ui/filters.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { AgendaRows } from './agenda-rows.js';
import css from './agenda.module.css';
import type { ItemKind } from './api.js';
import type { RowMode } from './item-row.js';
import { SignPanel } from './sign-panel.js';
import { TimeNote } from './time-note.js';

const ItemForm = lazy(async () => ({ default: (await import('./item-form.js')).ItemForm }));
const PlanPanel = lazy(async () => ({ default: (await import('./plan-panel.js')).PlanPanel }));
const PublishPanel = lazy(async () => ({ default: (await import('./publish-panel.js')).PublishPanel }));
const AgendaProposals = lazy(async () => ({ default: (await import('./agenda-proposals.js')).AgendaProposals }));
const GoneNote = lazy(async () => ({ default: (await import('./gone-note.js')).GoneNote }));

/** The agenda of a session: to be read first, then written, translated and signed. */
export function AgendaTab() {
  const session = useOutletContext<SessionDetail>();
  const agenda = useAgenda(session.id);
  const { t } = useTranslation();
  const offline = useOffline();
  useKeepOffline(session.id, agenda.data);
  if (hasStatus(agenda.error, 404)) return <Empty>{t('web-agenda:none')}</Empty>;
  return (
    <Answer read={agenda} head={false} rows={5}>
      {(data) => <AgendaSheet agenda={offline ? readOnly(data) : data} session={session} />}
    </Answer>
  );
}

/** Without a network nothing can be done, and what would be needed for it is not there. */
const readOnly = (agenda: Agenda): Agenda => ({
  ...agenda,
  allowedActions: [],
  proposals: agenda.proposals.map((proposal) => ({ ...proposal, allowedActions: [] })),
  items: agenda.items.map((item) => ({ ...item, allowedActions: [], commentCount: 0 })),
});

const STEPS = ['sign', 'exchange', 'withdraw-signature'];

function AgendaSheet({ agenda, session }: { agenda: Agenda; session: SessionDetail }) {
  const { t } = useTranslation();
  const { get } = useFilters();
  const [open, setOpen] = useState<Readonly<Record<string, { item: AgendaItem; mode: RowMode }>>>({});
  const mayStep = agenda.allowedActions.some((entry) => entry.allowed && STEPS.includes(entry.action));
  const inside = agenda.audience === 'kr' || agenda.audience === 'jp';
  const modes = Object.fromEntries(Object.entries(open).map(([id, { mode }]) => [id, mode]));
  const onMode = (item: AgendaItem, mode: RowMode): void => setOpen((now) => ({ ...now, [item.id]: { item, mode } }));
  const gone = Object.values(open).filter(
    ({ item, mode }) => (mode === 'edit' || mode === 'translate') && !agenda.items.some(({ id }) => id === item.id),
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
      <TimeNote agenda={agenda} session={session} />
      {inside && agenda.items.length > 0 ? <Private>{t('web-agenda:inside')}</Private> : null}
      <Suspense>{agenda.proposals.length > 0 ? <AgendaProposals agenda={agenda} /> : null}</Suspense>
      {mayStep ? <SignPanel agenda={agenda} /> : null}
      <Suspense>
        {gone.map(({ item }) => (
          <GoneNote key={item.id} item={item} onClose={() => onMode(item, null)} />
        ))}
      </Suspense>
      <h2 className="fd-hidden">{t('web-agenda:list')}</h2>
      {agenda.items.length === 0 ? (
        <Empty>{t('web-agenda:none')}</Empty>
      ) : (
        <AgendaRows
          agenda={agenda}
          zone={session.zone}
          columns={get('texts') !== 'one'}
          modes={modes}
          onMode={onMode}
        />
      )}
      <Additions agenda={agenda} session={session} />
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

const KINDS: readonly ItemKind[] = ['item', 'section', 'break'];

/** What can be added, and who else may come to read it. */
function Additions({ agenda, session }: { agenda: Agenda; session: SessionDetail }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<ItemKind | null>(null);
  const mayAdd = allowedIn(agenda.allowedActions, 'add-item')?.allowed === true;
  // While texts are open, the panel of the keys says which; a button that cannot be pressed would say it less well.
  const mayPublish = allowedIn(agenda.allowedActions, 'publish')?.allowed === true;
  if (adding) {
    return (
      <section className={css.panel}>
        <h2>{t(`web-agenda:add.${adding}`)}</h2>
        <Suspense>
          <ItemForm sessionId={session.id} kind={adding} onDone={() => setAdding(null)} />
        </Suspense>
      </section>
    );
  }
  return (
    <div className={`${css.additions} fd-no-print`}>
      {mayAdd
        ? KINDS.map((kind) => (
            <Button
              key={kind}
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setAdding(kind)}
            >
              {t(`web-agenda:add.${kind}`)}
            </Button>
          ))
        : null}
      <Suspense>
        {mayAdd ? <PlanPanel agenda={agenda} session={session} /> : null}
        {mayPublish ? <PublishPanel agenda={agenda} /> : null}
      </Suspense>
    </div>
  );
}
