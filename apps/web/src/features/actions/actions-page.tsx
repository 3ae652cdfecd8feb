import { Button, Checkbox } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { otherSide, partyName } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { useMe } from '../../shared/me.js';
import { FilterChoice, Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { ActionTable } from './action-table.js';
import css from './actions.module.css';
import { useActions } from './api.js';

const STATES = ['open', 'in_progress', 'blocked', 'done_claimed', 'done_confirmed', 'cancelled', 'superseded'];

/** What is owed: by my post, my side, the other side, all. The filters are in the address. */
export function ActionsPage() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const me = useMe();
  const { get, set } = useFilters();
  const first = me?.side ? 'side' : 'all';
  const scope = get('scope') || first;
  const actions = useActions({
    scope,
    state: get('state'),
    overdue: get('overdue'),
    session: get('session'),
    commitment: get('commitment'),
  });
  const scopes = me?.side
    ? [
        { value: '', label: t('web-actions:scope.side') },
        ...(me.post ? [{ value: 'mine', label: t('web-actions:scope.mine') }] : []),
        { value: 'other', label: t('web-actions:scope.other', { party: partyName(otherSide(me.side), lang) }) },
        { value: 'all', label: t('web-shell:all') },
      ]
    : [];
  return (
    <Page
      title={t('web-actions:title')}
      aside={
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
          className="fd-no-print"
        >
          {t('web-shell:print')}
        </Button>
      }
    >
      <Filters label={t('web-shell:filter')}>
        {scopes.length > 0 ? <FilterChoice name="scope" label={t('web-actions:scope.label')} options={scopes} /> : null}
        <FilterSelect
          name="state"
          label={t('web-actions:state')}
          options={[
            { value: '', label: t('web-shell:all') },
            ...STATES.map((state) => ({ value: state, label: t(`actions:states.${state}`) })),
          ]}
        />
        <Checkbox
          checked={get('overdue') === 'true'}
          onChange={(event) => set('overdue', event.currentTarget.checked ? 'true' : '')}
          label={t('web-actions:onlyOverdue')}
          mb={8}
        />
      </Filters>
      <Answer read={actions} head={false}>
        {({ items, hasMore }) =>
          items.length === 0 ? (
            <Empty>{t('web-actions:none')}</Empty>
          ) : (
            <>
              <p className={css.count} aria-live="polite">
                {t(hasMore ? 'web-actions:countMore' : 'web-actions:count', { count: items.length })}
              </p>
              <ActionTable rows={items} label={t('web-actions:title')} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
