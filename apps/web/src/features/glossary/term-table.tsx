import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { ownFirst } from '../../shared/texts.js';
import { State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import type { Language } from '../../shared/api/types.js';
import type { Forms, Term } from './api.js';
import { useAreaName } from './area-name.js';
import css from './glossary.module.css';

/** A dictionary: the reader's language first, the others beside it. */
export function TermTable({ terms }: { terms: Term[] }) {
  const { t } = useTranslation();
  const nameOf = useAreaName();
  const [own, ...others] = ownFirst(useLanguage());
  if (!own) return null;
  return (
    <DataTable
      label={t('web-glossary:title')}
      rows={terms}
      idOf={({ id }) => id}
      columns={[
        {
          key: own,
          label: LANGUAGE_NAMES[own],
          main: true,
          width: '26%',
          cell: (term) => (
            <>
              <Link to={`/glossary/${term.id}`}>{term.words[own].term}</Link> <TermState term={term} />
              <Others forms={term.words[own]} lang={own} />
            </>
          ),
        },
        ...others.map((lang) => ({
          key: lang,
          label: LANGUAGE_NAMES[lang],
          width: '26%',
          cell: (term: Term) => (
            <>
              <span lang={lang}>{term.words[lang].term}</span>
              <Others forms={term.words[lang]} lang={lang} />
            </>
          ),
        })),
        { key: 'area', label: t('web-glossary:area'), cell: ({ area }) => nameOf(area) },
      ]}
    />
  );
}

/** What a term is besides agreed. */
export function TermState({ term }: { term: Pick<Term, 'state' | 'proposals'> }) {
  const { t } = useTranslation();
  if (term.state === 'proposed') return <State tone="open">{t('web-glossary:state.proposed')}</State>;
  if (term.proposals.length > 0) return <State tone="open">{t('web-glossary:openProposal')}</State>;
  return term.state === 'agreed' ? null : <State tone="amber">{t(`web-glossary:state.${term.state}`)}</State>;
}

/** Other forms and forms to avoid, each said to be what it is. */
export function Others({ forms, lang }: { forms: Forms; lang: Language }) {
  const { t } = useTranslation();
  if (forms.also.length + forms.avoid.length === 0) return null;
  return (
    <span className={css.others}>
      {forms.also.length > 0 ? (
        <span>
          {t('web-glossary:also')}: <span lang={lang}>{forms.also.join(', ')}</span>
        </span>
      ) : null}
      {forms.avoid.length > 0 ? (
        <span>
          {t('web-glossary:avoid')}: <span lang={lang}>{forms.avoid.join(', ')}</span>
        </span>
      ) : null}
    </span>
  );
}
