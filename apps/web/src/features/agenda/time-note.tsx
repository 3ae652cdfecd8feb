import { wallClock } from '#core/i18n';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Agenda, SessionDetail } from '../../shared/api/types.js';
import css from './time-note.module.css';

/** By how much the last row ends too late, in words. */
export function TimeNote({ agenda, session }: { agenda: Agenda; session: SessionDetail }) {
  const { t } = useTranslation();
  const { endsAt, overrunMinutes } = agenda;
  if (endsAt === null || !overrunMinutes || session.endsAt === null) return null;
  return (
    <p className={css.note} role="note">
      <IconClockExclamation size={20} stroke={1.6} aria-hidden />
      <span>
        {t('web-agenda:overrun', {
          minutes: overrunMinutes,
          time: wallClock(endsAt, session.zone).time,
          end: wallClock(session.endsAt, session.zone).time,
        })}
      </span>
    </p>
  );
}
