import { Button, Checkbox } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { otherSide, partyName } from '#core/kernel';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../../shared/exports/export-menu.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useMe } from '../../shared/me.js';
import { FilterChoice, Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page } from '../../shared/ui/page.js';
import { Loading } from '../../shared/ui/states.js';
import { ActionsList } from './actions-list.js';
import { HandoverNotice } from './handover-notice.js';
import { PRIORITIES, STATES } from './words.js';

const Board = lazy(() => import('./board.js'));
const Timeline = lazy(() => import('./timeline.js'));

/** What is owed: by my post, my side, the other side, all; as a table, a board or a timeline. The filters are in the address. */
export function ActionsPage() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const me = useMe();
  const { get, set } = useFilters();
  const view = get('view');
  const scope = get('scope') || (me?.side ? 'side' : 'all');
  const owed = scope === 'owed';
  const query: Record<string, string> = {
    scope: owed ? 'other' : scope,
    ...(owed ? { unfinished: 'true' } : {}),
    priority: get('priority'),
    session: get('session'),
    channel: get('channel'),
    origin: get('origin'),
    commitment: get('commitment'),
    overdue: get('overdue'),
  };
  const scopes = me?.side
    ? [
        { value: '', label: t('web-actions:scope.side') },
        ...(me.post
          ? [
              { value: 'mine', label: t('web-actions:scope.mine') },
              { value: 'deputy', label: t('web-actions:scope.deputy') },
            ]
          : []),
        { value: 'owed', label: t('web-actions:scope.owed', { party: partyName(otherSide(me.side), lang) }) },
        { value: 'all', label: t('web-shell:all') },
      ]
    : [];
  const all = { value: '', label: t('web-shell:all') };
  return (
    <Page
      title={t('web-actions:title')}
      aside={
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
            className="fd-no-print"
          >
            {t('web-shell:print')}
          </Button>
          <ExportMenu list="action-items" query={view === 'board' ? query : { ...query, state: get('state') }} />
        </>
      }
    >
      {me?.post ? <HandoverNotice /> : null}
      <Filters label={t('web-shell:filter')}>
        {scopes.length > 0 ? <FilterChoice name="scope" label={t('web-actions:scope.label')} options={scopes} /> : null}
        <FilterChoice
          name="view"
          label={t('web-actions:view.label')}
          options={[
            { value: '', label: t('web-actions:view.table') },
            { value: 'board', label: t('web-actions:view.board') },
            { value: 'timeline', label: t('web-actions:view.timeline') },
          ]}
        />
        {view === 'board' ? null : (
          <FilterSelect
            name="state"
            label={t('web-actions:state')}
            options={[all, ...STATES.map((state) => ({ value: state, label: t(`actions:states.${state}`) }))]}
          />
        )}
        <FilterSelect
          name="priority"
          label={t('web-actions:priority')}
          options={[all, ...PRIORITIES.map((value) => ({ value, label: t(`actions:priorities.${value}`) }))]}
        />
        <Checkbox
          checked={get('overdue') === 'true'}
          onChange={(event) => set('overdue', event.currentTarget.checked ? 'true' : '')}
          label={t('web-actions:onlyOverdue')}
          mb={8}
        />
      </Filters>
      <Suspense fallback={<Loading head={false} />}>
        {view === 'board' ? (
          <Board query={query} />
        ) : view === 'timeline' ? (
          <Timeline query={{ ...query, state: get('state') }} />
        ) : (
          <ActionsList query={{ ...query, state: get('state') }} />
        )}
      </Suspense>
    </Page>
  );
}
