import { IconClock, IconLanguage, IconRobot, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextView } from '../api/types.js';
import { LANGUAGE_NAMES, useLanguage } from '../i18n/language.js';
import css from './text.module.css';

/** A text that knows its language: a fallback is marked with its real one, a stale or machine translation says so (design.md 2.4). */
export function Words({
  value,
  marks = true,
  lang: wanted,
}: {
  value: TextView;
  marks?: boolean;
  lang?: TextView['lang'];
}) {
  const page = useLanguage();
  const asked = wanted ?? page;
  return (
    <>
      <span lang={value.lang === page ? undefined : value.lang}>{value.text}</span>
      {marks ? <TextMarks value={value} asked={asked} /> : null}
    </>
  );
}

/** The words of a text's state; nothing for a checked text of the present revision in the language that was asked for. */
export function TextMarks({ value, asked }: { value: TextView; asked: TextView['lang'] }) {
  const { t } = useTranslation();
  if (value.status === 'missing' || value.lang !== asked) {
    return (
      <Mark
        icon={<IconLanguage size={14} aria-hidden />}
        word={LANGUAGE_NAMES[value.lang]}
        lang={value.lang}
        hint={t('common:texts.fallback', { lang: value.lang })}
      />
    );
  }
  if (value.stale) {
    const word = t('common:texts.stale', { of: value.of, revision: value.revision });
    return <Mark icon={<IconClock size={14} aria-hidden />} word={word} hint={t('web-words:text.staleHint')} amber />;
  }
  if (value.status === 'machine') {
    return (
      <Mark
        icon={<IconRobot size={14} aria-hidden />}
        word={t('common:texts.machine')}
        hint={t('web-words:text.machineHint')}
        amber
      />
    );
  }
  if (value.status === 'draft')
    return <Mark icon={<IconPencil size={14} aria-hidden />} word={t('common:texts.draft')} />;
  return null;
}

/** The mark's word stands in the text; its longer explanation is on hover and for screen readers. */
function Mark({
  icon,
  word,
  hint,
  lang,
  amber,
}: {
  icon: ReactNode;
  word: string;
  hint?: string;
  lang?: string;
  amber?: boolean;
}) {
  return (
    <span className={css.mark} data-amber={amber === true || undefined} title={hint}>
      {icon}
      <span lang={lang}>{word}</span>
      {hint ? <span className="fd-hidden">{hint}</span> : null}
    </span>
  );
}
