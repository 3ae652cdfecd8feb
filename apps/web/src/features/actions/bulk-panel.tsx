import { newId } from '#core/kernel';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionListItem, BulkResults } from '../../shared/api/types.js';
import { AreaField, DayField } from '../../shared/forms/fields.js';
import { Form } from '../../shared/forms/form.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { toast } from '../../shared/ui/toast.js';
import css from './actions.module.css';
import { useBulk } from './api.js';
import { BlockFields, bodyOf, EvidenceFields, OwnerField } from './step-form.js';

const ACTS = ['start', 'extend', 'reassign', 'report-done', 'confirm', 'block', 'unblock'] as const;
type Act = (typeof ACTS)[number];
const AT_ONCE: readonly Act[] = ['start', 'confirm', 'unblock'];

/** One act for all items chosen: what can be done is done; what is refused stays chosen and says why. */
export default function BulkPanel({
  items,
  onDone,
}: {
  items: readonly ActionListItem[];
  /** The items that were refused. */
  onDone: (left: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const bulk = useBulk();
  const [open, setOpen] = useState<Act | null>(null);
  const [refused, setRefused] = useState<BulkResults['items']>([]);
  const [key, setKey] = useState(newId);
  const offered = ACTS.filter((step) =>
    items.some(({ allowedActions }) => allowedIn(allowedActions, step)?.allowed === true),
  );
  const run = async (step: Act, body: object = {}): Promise<void> => {
    const named = items.map(({ id, etag }) => ({ id, etag }));
    const results = await bulk.mutateAsync({
      method: 'POST',
      path: '/action-items/bulk',
      idempotencyKey: key,
      body: { act: step, items: named, ...body },
    });
    setKey(newId());
    const left = results.items.filter(({ done }) => !done);
    setRefused(left);
    setOpen(null);
    if (results.done > 0) toast(t('web-actions:bulk.done', { count: results.done }));
    onDone(left.map(({ id }) => id));
  };
  const [first] = items;
  return (
    <section className={`${css.panel} fd-no-print`} aria-label={t('web-actions:bulk.title')}>
      <h2>{t('web-actions:bulk.chosen', { count: items.length })}</h2>
      <div className={css.acts}>
        {offered.map((step) => (
          <Button
            key={step}
            variant={open === step ? 'filled' : 'default'}
            aria-expanded={AT_ONCE.includes(step) ? undefined : open === step}
            loading={bulk.isPending && AT_ONCE.includes(step)}
            onClick={() =>
              AT_ONCE.includes(step)
                ? void run(step).catch(() => undefined)
                : setOpen((now) => (now === step ? null : step))
            }
          >
            {t(`actions:actions.${step}`)}
          </Button>
        ))}
        <Button variant="subtle" onClick={() => onDone([])}>
          {t('web-actions:bulk.none')}
        </Button>
      </div>
      {offered.length === 0 ? <p>{t('web-actions:bulk.nothing')}</p> : null}
      {bulk.error && open === null ? <p role="alert">{textOf(bulk.error)}</p> : null}
      {open && first ? (
        <Form
          key={open}
          label={t(`actions:actions.${open}`)}
          submit={t('web-actions:bulk.run', { act: t(`actions:actions.${open}`), count: items.length })}
          pending={bulk.isPending}
          onCancel={() => setOpen(null)}
          onSubmit={(data) => run(open, bodyOf(open, data))}
        >
          {open === 'extend' ? (
            <>
              <DayField name="due" label={t('web-actions:newDue')} hint={t('web-actions:dueHint')} required />
              <AreaField
                name="reason"
                label={t('web-actions:reason')}
                hint={t('web-actions:reasonHint')}
                rows={2}
                required
              />
            </>
          ) : open === 'block' ? (
            <BlockFields />
          ) : open === 'reassign' ? (
            <OwnerField item={first} />
          ) : (
            <EvidenceFields />
          )}
        </Form>
      ) : null}
      {refused.length > 0 ? (
        <div role="alert" className={css.refusals}>
          <p>{t('web-actions:bulk.refused', { count: refused.length })}</p>
          <ul>
            {refused.map(({ id, detail }) => (
              <li key={id}>
                {items.find((item) => item.id === id)?.title.text} — {detail}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
