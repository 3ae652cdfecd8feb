import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionListItem, List } from '../../shared/api/types.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { ActionTable } from './action-table.js';
import css from './actions.module.css';
import { useActions } from './api.js';

const BulkPanel = lazy(() => import('./bulk-panel.js'));

/** The items as a table; those chosen can be done at once. */
export function ActionsList({ query }: { query: Record<string, string> }) {
  const actions = useActions(query);
  return (
    <Answer read={actions} head={false}>
      {(list) => <Listed list={list} />}
    </Answer>
  );
}

function Listed({ list: { items, hasMore } }: { list: List<ActionListItem> }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (items.length === 0) return <Empty>{t('web-actions:none')}</Empty>;
  const picked = items.filter(({ id }) => chosen.has(id));
  const changeable = items.some(({ allowedActions }) => allowedActions.some(({ allowed }) => allowed));
  const toggle = (id: string): void =>
    setChosen((old) => new Set(old.has(id) ? [...old].filter((one) => one !== id) : [...old, id]));
  const every = picked.length === items.length;
  return (
    <>
      <div className={css.listHead}>
        <p className={css.count} aria-live="polite">
          {t(hasMore ? 'web-actions:countMore' : 'web-actions:count', { count: items.length })}
        </p>
        {changeable ? (
          <Button
            variant="subtle"
            size="compact-sm"
            className="fd-no-print"
            onClick={() => setChosen(new Set(every ? [] : items.map(({ id }) => id)))}
          >
            {t(every ? 'web-actions:bulk.none' : 'web-actions:bulk.all')}
          </Button>
        ) : null}
      </div>
      {picked.length > 0 ? (
        <Suspense>
          <BulkPanel items={picked} onDone={(left) => setChosen(new Set(left))} />
        </Suspense>
      ) : null}
      <ActionTable
        rows={items}
        label={t('web-actions:title')}
        selection={changeable ? { chosen, toggle } : undefined}
      />
    </>
  );
}
