import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../shared/api/hooks.js';
import type { ActionHandover } from '../../shared/api/types.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { Day } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { ActionTable } from './action-table.js';
import css from './actions.module.css';
import { useHandovers } from './api.js';

/** What a new holder of a post takes over with it, until they have acknowledged it; nothing for everybody else. */
export function HandoverNotice() {
  const handovers = useHandovers(true);
  return (
    <>
      {(handovers.data?.items ?? []).map((handover) => (
        <Handover key={handover.post.id} handover={handover} />
      ))}
    </>
  );
}

function Handover({ handover: { post, since, items } }: { handover: ActionHandover }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<{ count: number }>();
  const acknowledge = async (): Promise<void> => {
    await write.mutateAsync({ method: 'POST', path: `/action-handovers/${post.id}/acknowledge` });
    toast(t('web-actions:done.takeOver'));
  };
  return (
    <section className={css.panel} aria-labelledby={`handover-${post.id}`}>
      <h2 id={`handover-${post.id}`}>{t('web-actions:handover.title')}</h2>
      <p>
        <Words value={post.body} marks={false} /> <Words value={post.title} marks={false} /> ·{' '}
        {t('web-actions:handover.since')} <Day date={since} /> · {t('web-actions:count', { count: items.length })}
      </p>
      {items.length > 0 ? <ActionTable rows={items} label={t('web-actions:handover.title')} /> : null}
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
      <Button
        mt={12}
        className="fd-no-print"
        loading={write.isPending}
        onClick={() => void acknowledge().catch(() => undefined)}
      >
        {t('web-actions:handover.acknowledge')}
      </Button>
    </section>
  );
}
