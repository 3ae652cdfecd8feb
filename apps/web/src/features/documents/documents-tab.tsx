import { LANGUAGES, type Language, type Viewer } from '#core/kernel';
import { Checkbox, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import type { SessionDetail } from '../../shared/api/types.js';
import { DOCUMENT_KINDS } from '../../shared/documents/document-address.js';
import { DocumentLinks } from '../../shared/documents/document-links.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useSides, useViewer } from '../../shared/me.js';
import { Private } from '../../shared/ui/badges.js';
import { useFilters } from '../../shared/ui/filters.js';
import { Section } from '../../shared/ui/page.js';
import css from './documents.module.css';

/** Every document of a session, made out as the reader chooses; the choice is in the address. */
export function DocumentsTab() {
  const { t } = useTranslation();
  const session = useOutletContext<SessionDetail>();
  const choice = useChoice();
  const only = useFilters().get('document');
  const kinds = DOCUMENT_KINDS.filter((kind) => only === '' || kind === only);
  const documents = kinds.map((kind) => (
    <section key={kind} className={css.document}>
      <h3>{t(`web-documents:kind.${kind}`)}</h3>
      <p className={css.note}>{t(`web-documents:about.${kind}`)}</p>
      <DocumentLinks sessionId={session.id} kind={kind} choice={choice} />
    </section>
  ));
  return (
    <Section title={t('web-documents:menu')}>
      <div className={css.page}>
        <div className={css.choices}>
          <Languages />
          <Copies host={session.host} />
          <OwnNotes />
        </div>
        {choice.notes ? <Private>{documents}</Private> : <div>{documents}</div>}
      </div>
    </Section>
  );
}

const COPIES: readonly Viewer[] = ['neutral', 'kr', 'jp'];

/** What the address says; what it does not say is the reader's own. */
function useChoice(): { languages: readonly Language[]; copy: Viewer; notes: boolean } {
  const { get } = useFilters();
  const own = useLanguage();
  const viewer = useViewer();
  const asked = get('languages').split(',');
  const languages = LANGUAGES.filter((lang) => asked.includes(lang));
  const notes = viewer !== 'neutral' && get('notes') === 'own';
  const copy = COPIES.find((one) => one === get('copy')) ?? viewer;
  return { languages: languages.length > 0 ? languages : [own], copy: notes ? viewer : copy, notes };
}

function Languages() {
  const { t } = useTranslation();
  const { set } = useFilters();
  const { languages } = useChoice();
  const toggle = (lang: Language): void => {
    const next = LANGUAGES.filter((one) => (one === lang ? !languages.includes(one) : languages.includes(one)));
    if (next.length > 0) set('languages', next.join(','));
  };
  return (
    <fieldset className={css.group}>
      <legend>{t('web-documents:languages')}</legend>
      {LANGUAGES.map((lang) => (
        <Checkbox
          size="md"
          key={lang}
          lang={lang}
          label={LANGUAGE_NAMES[lang]}
          checked={languages.includes(lang)}
          disabled={languages.length === 1 && languages.includes(lang)}
          onChange={() => toggle(lang)}
        />
      ))}
      <p className={css.note}>{t('web-documents:columns')}</p>
    </fieldset>
  );
}

/** The own side's copy stands first, on a neutral page the host's. */
function Copies({ host }: { host: SessionDetail['host'] }) {
  const { t } = useTranslation();
  const { set } = useFilters();
  const { copy, notes } = useChoice();
  const sides = useSides(host);
  const words = (one: Viewer): string =>
    one === 'neutral' ? t('web-documents:neutral') : t('web-documents:copyOf', { side: t(`common:sides.${one}Side`) });
  return (
    <fieldset className={css.group}>
      <legend>{t('web-documents:copy')}</legend>
      {[...sides, 'neutral' as const].map((one) => (
        <Radio
          size="md"
          key={one}
          name="copy"
          value={one}
          label={words(one)}
          checked={copy === one}
          disabled={notes && copy !== one}
          onChange={() => set('copy', one)}
        />
      ))}
      <p className={css.note}>{t('web-documents:copiesDiffer')}</p>
    </fieldset>
  );
}

/** Only people of a side have own notes; with them the print is never handed over. */
function OwnNotes() {
  const { t } = useTranslation();
  const { set } = useFilters();
  const { notes } = useChoice();
  if (useViewer() === 'neutral') return null;
  return (
    <fieldset className={css.group}>
      <legend>{t('web-documents:inside')}</legend>
      <Checkbox
        size="md"
        label={t('web-documents:notes')}
        description={t('web-documents:notesHint')}
        checked={notes}
        onChange={() => set('notes', notes ? '' : 'own')}
      />
    </fieldset>
  );
}
