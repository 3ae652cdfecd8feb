import { IconArrowNarrowRight, IconClockExclamation, IconEyeOff } from '@tabler/icons-react';
import type { Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { State, type Tone } from '../../shared/ui/badges.js';
import { Words } from '../../shared/ui/text.js';
import type { TranslationSummary } from './api.js';
import css from './translation.module.css';

const TONES: Record<TranslationSummary['state'], Tone> = {
  requested: 'open',
  in_work: 'plain',
  delivered: 'accent',
  checked: 'done',
  locked: 'done',
  cancelled: 'plain',
};

/** Work that is done owes nothing: its day is only a date. */
export const isDone = (state: TranslationSummary['state']): boolean => state !== 'requested' && state !== 'in_work';

export function StateMarks({ row }: { row: Pick<TranslationSummary, 'state' | 'outdated' | 'audience'> }) {
  const { t } = useTranslation();
  return (
    <span className={css.marks}>
      <State tone={TONES[row.state]}>{t(`web-translation:state.${row.state}`)}</State>
      {row.outdated ? (
        <span className={css.outdated}>
          <IconClockExclamation size={15} aria-hidden /> {t('web-translation:outdated')}
        </span>
      ) : null}
      {row.audience === 'joint' ? null : (
        <span className={css.inside}>
          <IconEyeOff size={15} aria-hidden /> {t('common:badges.internal')}
        </span>
      )}
    </span>
  );
}

/** Source and target in their own names; read out with the word between them. */
export function Pair({ from, to }: { from: Language; to: Language }) {
  const { t } = useTranslation();
  return (
    <span className={css.pair}>
      <span lang={from}>{LANGUAGE_NAMES[from]}</span>
      <IconArrowNarrowRight size={18} aria-hidden />
      <span className="fd-hidden">{t('web-translation:into')}</span>
      <span lang={to}>{LANGUAGE_NAMES[to]}</span>
    </span>
  );
}

/** What the texts belong to: the agenda of a session, or one object by its own title. */
export function Subject({ row, marks = false }: { row: TranslationSummary; marks?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={css.kind}>{t(`web-translation:subject.${row.subjectType}`)}</span>{' '}
      {row.label ? <Words value={row.label} marks={marks} /> : null}
      {!row.label && row.session ? <Words value={row.session.title} marks={marks} /> : null}
    </>
  );
}

export function Amount({ amount }: { amount: TranslationSummary['amount'] }) {
  const { t } = useTranslation();
  return <>{t(`web-translation:amount.${amount.unit}`, { count: amount.count })}</>;
}

/** Who translates: a post, an interpreter without one, or nobody yet. */
export function Translator({ translator }: { translator: TranslationSummary['translator'] }) {
  const { t } = useTranslation();
  return (
    <span>
      {translator.post ? (
        <>
          <Words value={translator.post.body} marks={false} /> <Words value={translator.post.title} marks={false} />
        </>
      ) : (
        t(translator.named ? 'web-translation:interpreter' : 'web-translation:open')
      )}
      {translator.me ? <span className={css.me}> {t('web-translation:me')}</span> : null}
    </span>
  );
}
