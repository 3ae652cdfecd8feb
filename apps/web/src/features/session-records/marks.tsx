import { partyName } from '#core/kernel';
import { IconCheck, IconCircleDashed, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { State, type Tone } from '../../shared/ui/badges.js';
import type { Clearance, RecordSummary } from './api.js';
import css from './session-records.module.css';

const TONES: Readonly<Record<RecordSummary['state'], Tone>> = {
  drafting: 'plain',
  exchanged: 'open',
  in_negotiation: 'open',
  agreed_ad_referendum: 'amber',
  final: 'accent',
  signed: 'done',
  adopted: 'done',
  released: 'done',
  archived: 'plain',
  withdrawn: 'plain',
};

/** The state in words; what was signed ad referendum keeps that mark until both governments confirmed it. */
export function RecordState({ record }: { record: Pick<RecordSummary, 'state' | 'awaitsConfirmation' | 'notPublic'> }) {
  const { t } = useTranslation();
  return (
    <>
      <State tone={TONES[record.state]}>{t(`web-session-records:state.${record.state}`)}</State>
      {record.awaitsConfirmation && record.state === 'signed' ? (
        <State tone="amber">{t('web-session-records:adReferendum')}</State>
      ) : null}
      {record.notPublic ? <State>{t('web-session-records:notPublic')}</State> : null}
    </>
  );
}

/** Words of keys on a text: it is signed later, with pens. */
export const SIGN_OFF = { signed: 'web-session-records:keys.signed', waits: 'web-session-records:keys.waits' };

const ICONS = { none: IconCircleDashed, in_clearance: IconHourglass, cleared: IconCheck } as const;

/** Each side's clearance: for the other side nothing but these words. */
export function Clearances({ clearances }: { clearances: readonly Clearance[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <ul className={css.clearances} aria-label={t('web-session-records:clearance.title')}>
      {clearances.map(({ side, state }) => {
        const Icon = ICONS[state ?? 'none'];
        return (
          <li key={side} data-state={state ?? 'none'}>
            <Icon size={18} stroke={1.7} aria-hidden />
            <span className={css.party} data-side={side}>
              {partyName(side, lang)}
            </span>
            <span>{t(`web-session-records:clearance.${state ?? 'none'}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** What still stands in the way of a final text, in numbers. */
export function OpenCounts({ record }: { record: Pick<RecordSummary, 'openBrackets' | 'openTexts'> }) {
  const { t } = useTranslation();
  if (record.openBrackets + record.openTexts === 0) return null;
  return (
    <>
      {record.openBrackets > 0 ? (
        <span className={css.open}>{t('web-session-records:openBrackets', { count: record.openBrackets })}</span>
      ) : null}
      {record.openTexts > 0 ? (
        <span className={css.open}>{t('web-session-records:openTexts', { count: record.openTexts })}</span>
      ) : null}
    </>
  );
}
