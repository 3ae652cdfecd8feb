import { wallClock } from '#core/i18n';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../shared/i18n/words.js';
import { useMe } from '../../shared/me.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Section } from '../../shared/ui/page.js';
import { toast } from '../../shared/ui/toast.js';
import { step, usePollWrite, type Poll } from './api.js';
import css from './date-polls.module.css';
import type { Frame } from './frame-picker.js';
import { firstDays } from './month-strip-days.js';
import { Picks } from './picks.js';
import { SuggestionPicker } from './suggestion-picker.js';

/** Longer meetings than this get no suggestions; their times are entered. */
const SUGGESTED_MINUTES = 600;

/** More candidates for a poll that stands, from the suggestions, the month or a time of one's own; for those who may. */
export function AddSlots({ poll }: { poll: Poll }) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(false);
  if (allowedIn(poll.allowedActions, 'add-slots')?.allowed !== true || !me) return null;
  return open ? (
    <AddSlotsForm poll={poll} today={me.today} onClose={() => setOpen(false)} />
  ) : (
    <div className={`${css.acts} fd-no-print`}>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('web-date-polls:step.add-slots')}
      </Button>
    </div>
  );
}

function AddSlotsForm({ poll, today, onClose }: { poll: Poll; today: string; onClose: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = usePollWrite(poll.id);
  const taken = poll.slots.map(({ startsAt }) => startsAt);
  const [slots, setSlots] = useState<readonly string[]>([]);
  const [frame, setFrame] = useState<Frame>(() => {
    const first = taken[0] === undefined ? today : wallClock(taken[0], poll.zone).date;
    return {
      channel: poll.channel.id,
      session: poll.session?.id ?? '',
      minutes: String(poll.minutes),
      format: poll.format,
      zone: poll.zone,
      host: poll.host ?? '',
      ...firstDays(first < today ? today : first),
    };
  });
  const toggle = (start: string): void =>
    setSlots((now) => (now.includes(start) ? now.filter((one) => one !== start) : [...now, start].sort()));
  const send = async (): Promise<void> => {
    try {
      await write.mutateAsync(step(poll, 'slots', { slots }));
      toast(t('web-date-polls:done.add-slots'));
      onClose();
    } catch {
      // said above the button
    }
  };
  return (
    <Section title={t('web-date-polls:step.add-slots')}>
      {poll.minutes <= SUGGESTED_MINUTES ? (
        <SuggestionPicker frame={frame} slots={slots} taken={taken} onToggle={toggle} onFrame={setFrame} />
      ) : null}
      <h3 className={css.stripHead}>{t('web-date-polls:chosen')}</h3>
      <Picks
        slots={slots}
        taken={taken}
        minutes={poll.minutes}
        zone={poll.zone}
        from={slots[0] === undefined ? frame.from : wallClock(slots[0], poll.zone).date}
        onToggle={toggle}
      />
      {poll.shared ? <p className={css.hint}>{t('web-date-polls:addNote')}</p> : null}
      {write.error ? (
        <div role="alert" className={css.refused}>
          <p>{textOf(write.error)}</p>
          {write.error.fields.map((field) => (
            <p key={`${field.path} ${field.code}`}>{field.detail}</p>
          ))}
        </div>
      ) : null}
      <div className={css.acts}>
        <Button disabled={slots.length === 0} loading={write.isPending} onClick={() => void send()}>
          {t('web-date-polls:step.add-slots')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('web-shell:cancel')}
        </Button>
      </div>
    </Section>
  );
}
