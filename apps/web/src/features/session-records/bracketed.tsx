import { renderTokens, type Language, type Side } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { useViewer } from '../../shared/me.js';
import css from './session-records.module.css';
import type { BracketGroup } from './api.js';

const TAGS = { kr: 'KR', jp: 'JP', both: 'both' } as const;

/**
 * Words of a text as the reader's own copy prints them: tokens of the alternat in the order of their side, and brackets with their
 * tag, told apart by tag and underline first and by hue second.
 */
export function Bracketed({
  text,
  lang,
  host,
  groups = [],
}: {
  text: string;
  lang: Language;
  host: Side | null;
  groups?: readonly BracketGroup[];
}) {
  const { t } = useTranslation();
  const page = useLanguage();
  const copy = useViewer();
  const shown = (part: string): string => renderTokens(part, { copy, lang, host: host ?? undefined });
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const bracket of groups.flatMap(({ brackets }) => brackets)) {
    if (bracket.start > at) parts.push(<span key={at}>{shown(text.slice(at, bracket.start))}</span>);
    parts.push(
      <mark key={bracket.start} className={css.bracket} data-by={bracket.by}>
        <span className="fd-hidden" lang={page}>
          {t(`web-session-records:bracketOf.${bracket.by}`)}
        </span>
        <span aria-hidden>[{TAGS[bracket.by]}: </span>
        {bracket.words === '' ? <i>{t('web-session-records:noWords')}</i> : shown(bracket.words)}
        <span aria-hidden>]</span>
      </mark>,
    );
    at = bracket.end;
  }
  parts.push(<span key={`${String(at)}-end`}>{shown(text.slice(at))}</span>);
  return (
    <span lang={lang} className={css.words}>
      {parts}
    </span>
  );
}
