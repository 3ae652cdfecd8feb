import { instantOf, wallClock } from '#core/i18n';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { toast } from '../../shared/ui/toast.js';
import { step, usePollWrite, type Poll } from './api.js';
import css from './date-polls.module.css';

const STEPS = ['share', 'hand-over', 'close', 'withdraw'] as const;
type Step = (typeof STEPS)[number];
/** Acts that the other side sees and that cannot be taken back are asked once more. */
const ASKED: readonly string[] = ['share', 'hand-over', 'withdraw'];
const END_OF_DAY = '18:00';

/** The acts on the poll as a whole. */
export function PollSteps({ poll }: { poll: Poll }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = usePollWrite(poll.id);
  const [asking, setAsking] = useState<Step | 'extend' | null>(null);
  const take = async (name: Step | 'extend', body?: object): Promise<void> => {
    try {
      await write.mutateAsync(step(poll, name, body));
      toast(t(`web-date-polls:done.${name}`));
    } catch {
      // said below
    }
    setAsking(null);
  };
  const offered = poll.allowedActions.some(
    ({ action, reason }) => action !== 'answer' && reason !== 'common.forbidden',
  );
  if (!offered) return null;
  return (
    <div className={`${css.acts} fd-no-print`}>
      {STEPS.map((name) => (
        <ActionButton
          key={name}
          may={allowedIn(poll.allowedActions, name)}
          variant={name === 'share' || name === 'hand-over' ? 'filled' : 'default'}
          loading={write.isPending}
          onClick={() => (ASKED.includes(name) ? setAsking(name) : void take(name))}
        >
          {t(`web-date-polls:step.${name}`)}
        </ActionButton>
      ))}
      <ActionButton
        may={allowedIn(poll.allowedActions, 'extend')}
        variant="default"
        onClick={() => setAsking('extend')}
      >
        {t('web-date-polls:step.extend')}
      </ActionButton>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking ? t(`web-date-polls:step.${asking}`) : ''}
      >
        {asking === 'extend' ? (
          <ExtendForm poll={poll} pending={write.isPending} onTake={(deadline) => void take('extend', { deadline })} />
        ) : asking ? (
          <>
            <p>{t(`web-date-polls:ask.${asking}`)}</p>
            <div className={css.acts}>
              <Button loading={write.isPending} onClick={() => void take(asking)}>
                {t(`web-date-polls:step.${asking}`)}
              </Button>
              <Button variant="default" onClick={() => setAsking(null)}>
                {t('web-shell:cancel')}
              </Button>
            </div>
          </>
        ) : null}
      </Dialog>
    </div>
  );
}

function ExtendForm({ poll, pending, onTake }: { poll: Poll; pending: boolean; onTake: (deadline: string) => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  const [day, setDay] = useState(wallClock(poll.deadline, zone).date);
  return (
    <>
      <TextInput
        type="date"
        label={t('web-date-polls:newDeadline')}
        description={t('web-date-polls:endOfDay', { time: END_OF_DAY })}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <div className={css.acts}>
        <Button loading={pending} disabled={day === ''} onClick={() => onTake(instantOf(day, END_OF_DAY, zone))}>
          {t('web-date-polls:step.extend')}
        </Button>
      </div>
    </>
  );
}
