import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CalendarNotes } from '../../shared/ui/calendar-notes.js';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { useSuggestions } from './api.js';
import css from './date-polls.module.css';
import type { Frame } from './frame-picker.js';
import { addDays, firstDays, isAmong } from './month-strip-days.js';
import { MonthStrip } from './month-strip.js';
import { Reasons } from './reasons.js';
import { SlotTime } from './slot-time.js';

interface SuggestionPickerProps {
  frame: Frame;
  slots: readonly string[];
  /** What the poll has already: shown as such, and left alone. */
  taken?: readonly string[];
  onToggle: (start: string) => void;
  onFrame: (frame: Frame) => void;
}

/** The next slots both sides can hold, and the days of the range with both countries' holidays; a tap takes a slot in or out. */
export function SuggestionPicker({ frame, slots, taken = [], onToggle, onFrame }: SuggestionPickerProps) {
  const { t } = useTranslation();
  const { channel, from, to, minutes, format, zone, host } = frame;
  const read = useSuggestions({ channel, from, to, duration: minutes, format, zone, host });
  return (
    <Section
      title={t('web-date-polls:suggestions')}
      aside={
        <Button variant="default" size="compact-md" onClick={() => onFrame({ ...frame, ...firstDays(addDays(to, 1)) })}>
          {t('web-date-polls:later')}
        </Button>
      }
    >
      <Answer read={read} head={false} rows={5}>
        {({ items, days, calendarNotes }) => (
          <>
            {items.length === 0 ? <Empty>{t('web-date-polls:noSuggestions')}</Empty> : null}
            <ol className={css.suggestions}>
              {items.map((slot) => (
                <li key={slot.startsAt} className={css.suggestion}>
                  <Checkbox
                    checked={isAmong(slot.startsAt, [...slots, ...taken])}
                    disabled={isAmong(slot.startsAt, taken)}
                    onChange={() => onToggle(slot.startsAt)}
                    label={<SlotTime slot={slot} zone={zone} />}
                  />
                  <Reasons reasons={slot.reasons} />
                </li>
              ))}
            </ol>
            <MonthStrip days={days} slots={slots} taken={taken} zone={zone} onToggle={onToggle} />
            <CalendarNotes notes={calendarNotes} />
          </>
        )}
      </Answer>
    </Section>
  );
}
