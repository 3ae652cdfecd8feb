import { useTranslation } from 'react-i18next';
import type { AgendaRowDiff, Language, TextField } from '../../shared/api/types.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { ownFirst } from '../../shared/texts.js';
import { State } from '../../shared/ui/badges.js';
import { WordMarks } from '../../shared/ui/word-marks.js';
import css from './agenda-versions.module.css';
import { ValueChanges } from './value-changes.js';

interface Names {
  readonly from: string;
  readonly to: string;
}

const FIELDS: readonly TextField[] = ['title', 'description'];

/** One row of the agenda: how it changed in words, its values, and its texts in all languages beside each other. */
export function RowDiff({ row, names, table }: { row: AgendaRowDiff; names: Names; table: boolean }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const shown = row.after ?? row.before;
  if (!shown) return null;
  const fields = FIELDS.filter((field) => row.texts.some((change) => change.field === field));
  const tags = [...(row.change === 'same' ? [] : [row.change]), ...(row.moved ? (['moved'] as const) : [])];
  return (
    <li className={css.row} data-change={row.change}>
      <div className={css.rowHead}>
        <Place row={row} />
        <h3 lang={shown.title.lang === page ? undefined : shown.title.lang}>{shown.title.text}</h3>
        {tags.map((tag) => (
          <State key={tag} tone={tag === 'moved' ? 'plain' : 'accent'}>
            {t(`web-agenda-versions:change.${tag}`)}
          </State>
        ))}
      </div>
      <ValueChanges row={row} />
      {fields.map((field) => (
        <section key={field} className={css.field} aria-label={t(`web-agenda-versions:field.${field}`)}>
          <h4>{t(`web-agenda-versions:field.${field}`)}</h4>
          <div className={css.languages} data-table={table || undefined}>
            {ownFirst(page).map((lang) => (
              <TextDiff key={lang} row={row} field={field} lang={lang} names={names} table={table} />
            ))}
          </div>
        </section>
      ))}
    </li>
  );
}

/** The number, and where it was before when that differs. */
function Place({ row }: { row: AgendaRowDiff }) {
  const { t } = useTranslation();
  const [before, after] = [row.before?.number ?? null, row.after?.number ?? null];
  if (before === null && after === null) return null;
  if (before === null || after === null || before === after)
    return <span className={css.place}>{after ?? before}</span>;
  return (
    <span className={css.place}>
      <span className="fd-hidden">{t('web-agenda-versions:place', { before, after })}</span>
      <span aria-hidden>
        {before} → {after}
      </span>
    </span>
  );
}

/** One language of one text: marked where it changed, quiet where it did not, so that a forgotten language shows. */
function TextDiff({
  row,
  field,
  lang,
  names,
  table,
}: {
  row: AgendaRowDiff;
  field: TextField;
  lang: Language;
  names: Names;
  table: boolean;
}) {
  const { t } = useTranslation();
  const change = row.texts.find((entry) => entry.field === field && entry.lang === lang);
  const text = (row.after ?? row.before)?.[field]?.[lang] ?? null;
  return (
    <div className={css.language}>
      <span className={css.tag} lang={lang}>
        {LANGUAGE_NAMES[lang]}
      </span>
      {change && table ? (
        <dl className={css.oldNew}>
          <div>
            <dt>{names.from}</dt>
            <dd>
              {change.change === 'added' ? (
                t('web-agenda-versions:noText')
              ) : (
                <WordMarks marks={change.marks} lang={lang} only="removed" />
              )}
            </dd>
          </div>
          <div>
            <dt>{names.to}</dt>
            <dd>
              {change.change === 'removed' ? (
                t('web-agenda-versions:noText')
              ) : (
                <WordMarks marks={change.marks} lang={lang} only="added" />
              )}
            </dd>
          </div>
        </dl>
      ) : change ? (
        <p>
          <WordMarks marks={change.marks} lang={lang} />
        </p>
      ) : (
        <p className={css.quiet}>
          {text === null ? null : <span lang={lang}>{text}</span>}{' '}
          {t(text === null ? 'web-agenda-versions:noText' : 'web-agenda-versions:unchanged')}
        </p>
      )}
    </div>
  );
}
