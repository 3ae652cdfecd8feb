import { instantOf } from '#core/i18n';
import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../shared/ui/states.js';
import css from './date-polls.module.css';
import { isAmong } from './month-strip-days.js';
import { SlotTime } from './slot-time.js';

interface PicksProps {
  slots: readonly string[];
  /** What the poll has already. */
  taken?: readonly string[];
  minutes: number;
  zone: string;
  /** The day offered first for a slot of one's own. */
  from: string;
  onToggle: (start: string) => void;
}

/** The slots taken so far, and a slot of one's own beside the suggestions. */
export function Picks({ slots, taken = [], minutes, zone, from, onToggle }: PicksProps) {
  const { t } = useTranslation();
  const [day, setDay] = useState(from);
  const [time, setTime] = useState('10:00');
  const own = day === '' || time === '' ? null : instantOf(day, time, zone);
  return (
    <>
      {slots.length === 0 ? <Empty>{t('web-date-polls:noneChosen')}</Empty> : null}
      <ol className={css.picks}>
        {slots.map((start) => {
          const endsAt = new Date(Date.parse(start) + minutes * 60_000).toISOString();
          return (
            <li key={start}>
              <SlotTime slot={{ startsAt: start, endsAt }} zone={zone} />
              <Button
                variant="subtle"
                size="compact-md"
                leftSection={<IconX size={16} aria-hidden />}
                onClick={() => onToggle(start)}
              >
                {t('web-date-polls:remove')}
              </Button>
            </li>
          );
        })}
      </ol>
      <div className={css.own}>
        <TextInput
          type="date"
          label={t('web-date-polls:ownDay')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t('web-date-polls:ownTime')}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={own === null || isAmong(own, [...slots, ...taken])}
          onClick={() => (own === null ? undefined : onToggle(own))}
        >
          {t('web-date-polls:addOwn')}
        </Button>
      </div>
    </>
  );
}
