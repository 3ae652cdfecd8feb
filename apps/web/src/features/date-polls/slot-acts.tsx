import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../shared/i18n/words.js';
import { useMe } from '../../shared/me.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { onSlot, releaseHold, usePollWrite, type Poll, type PollSlot } from './api.js';
import css from './date-polls.module.css';
import { DecideDialog } from './decide-dialog.js';

const DAYS = [3, 7, 14, 30];
const DAY = 86_400_000;

/** Holding and deciding one slot, for those who may. */
export function SlotActs({ poll, slot }: { poll: Poll; slot: PollSlot }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const me = useMe();
  const write = usePollWrite(poll.id);
  const [days, setDays] = useState('7');
  const [asking, setAsking] = useState(false);
  const mayHold = allowedIn(poll.allowedActions, 'hold')?.allowed === true;
  const words = slot.verdicts.map(({ verdict }) => verdict);
  const mayDecide =
    allowedIn(poll.allowedActions, 'decide')?.allowed === true &&
    words.every((verdict) => verdict === 'possible' || verdict === 'difficult');
  if (!mayHold && !mayDecide) return null;
  const hold = (): void => {
    const until = new Date(Date.parse(me?.now ?? '') + Number(days) * DAY).toISOString();
    write.mutate(onSlot(poll, slot.id, 'hold', { until }));
  };
  return (
    <div className={`${css.acts} fd-no-print`}>
      {mayDecide ? <Button onClick={() => setAsking(true)}>{t('web-date-polls:step.decide')}</Button> : null}
      {mayHold && slot.hold ? (
        <Button
          variant="default"
          loading={write.isPending}
          onClick={() => slot.hold && write.mutate(releaseHold(poll, slot.hold.id))}
        >
          {t('web-date-polls:step.release')}
        </Button>
      ) : null}
      {mayHold && !slot.hold ? (
        <>
          <NativeSelect
            aria-label={t('web-date-polls:holdFor')}
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
            data={DAYS.map((count) => ({ value: String(count), label: t('web-date-polls:holdDays', { count }) }))}
          />
          <Button variant="default" loading={write.isPending} disabled={!me} onClick={hold}>
            {t('web-date-polls:step.hold')}
          </Button>
        </>
      ) : null}
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      <DecideDialog poll={poll} slot={slot} open={asking} onClose={() => setAsking(false)} />
    </div>
  );
}
