import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { SideName, State, type Tone } from '../../shared/ui/badges.js';
import { Moment } from '../../shared/ui/dates.js';
import { ANSWERS, answerSlot, usePollWrite, type Participant, type Poll, type PollSlot, type Said } from './api.js';
import css from './date-polls.module.css';
import { SlotActs } from './slot-acts.js';
import { SlotTime } from './slot-time.js';

const TONES: Readonly<Record<string, Tone>> = { possible: 'done', difficult: 'amber', not_possible: 'plain' };

/** The slots one below the other, each with the reader's answer, both sides' word, and what can be done with it. */
export function SlotCards({ poll }: { poll: Poll }) {
  const { t } = useTranslation();
  const mine = poll.participants.filter(({ mayAnswer }) => mayAnswer);
  const [postId, setPostId] = useState('');
  const chosen = mine.find(({ post }) => post.id === postId) ?? mine.find((one) => one.mine) ?? mine[0];
  const may = allowedIn(poll.allowedActions, 'answer');
  const answering = may?.allowed === true && chosen !== undefined;
  return (
    <>
      {answering && mine.length > 1 ? (
        <NativeSelect
          className={css.whose ?? ''}
          label={t('web-date-polls:answerFor')}
          value={chosen.post.id}
          onChange={(event) => setPostId(event.currentTarget.value)}
          data={mine.map(({ post }) => ({ value: post.id, label: post.title.text }))}
        />
      ) : null}
      <ol className={css.cards}>
        {poll.slots.map((slot) => (
          <li key={slot.id} className={css.card} data-decided={slot.decided || undefined}>
            <h3 className={css.cardTime}>
              <SlotTime slot={slot} zone={poll.zone} />
            </h3>
            <div className={css.verdicts}>
              {slot.verdicts.map(({ side, verdict }) => (
                <span key={side} className={css.verdict}>
                  <SideName side={side} />{' '}
                  <State tone={TONES[verdict ?? ''] ?? 'open'}>
                    {t(`web-date-polls:verdict.${verdict ?? 'none'}`)}
                  </State>
                </span>
              ))}
              {slot.decided ? <State tone="done">{t('web-date-polls:decided')}</State> : null}
              <HoldMark slot={slot} />
            </div>
            {answering ? <AnswerButtons poll={poll} slot={slot} participant={chosen} /> : null}
            <SlotActs poll={poll} slot={slot} />
          </li>
        ))}
      </ol>
    </>
  );
}

function HoldMark({ slot }: { slot: PollSlot }) {
  const { t } = useTranslation();
  const zone = useZone();
  if (!slot.hold) return null;
  return (
    <span className={css.hold}>
      {t('web-date-polls:heldBy')} <SideName side={slot.hold.placedBy} /> · {t('web-date-polls:heldUntil')}{' '}
      <Moment at={slot.hold.expiresAt} zone={zone} />
    </span>
  );
}

/** Three big buttons; a tap saves at once, and the tap before can be brought back. */
function AnswerButtons({ poll, slot, participant }: { poll: Poll; slot: PollSlot; participant: Participant }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = usePollWrite(poll.id);
  const [before, setBefore] = useState<Said | null | undefined>();
  const now = slot.answers.find(({ postId }) => postId === participant.post.id)?.answer ?? null;
  const shown = write.isPending ? ((write.variables.body as { answer: Said | null } | undefined)?.answer ?? null) : now;
  const say = (answer: Said | null, undo: Said | null | undefined): void => {
    setBefore(undo);
    write.mutate(answerSlot(slot.id, participant.post.id, answer));
  };
  return (
    <div>
      <div role="group" aria-label={t('web-date-polls:answerFor')} className={css.answers}>
        {ANSWERS.map((answer) => (
          <button
            key={answer}
            type="button"
            className={css.answer}
            data-answer={answer}
            aria-pressed={shown === answer}
            onClick={() => (answer === now ? undefined : say(answer, now))}
          >
            {t(`web-date-polls:answer.${answer}`)}
          </button>
        ))}
      </div>
      <p className={css.saved} aria-live="polite">
        {write.error ? <span className={css.refused}>{textOf(write.error)}</span> : null}
        {write.isSuccess && before !== undefined ? (
          <>
            {t('web-date-polls:savedAnswer')}{' '}
            <Button variant="subtle" size="compact-md" onClick={() => say(before, undefined)}>
              {t('web-date-polls:undo')}
            </Button>
          </>
        ) : null}
      </p>
    </div>
  );
}
