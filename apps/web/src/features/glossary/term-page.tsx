import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useWrite } from '../../shared/api/hooks.js';
import { AreaField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { ownFirst } from '../../shared/texts.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Moment } from '../../shared/ui/dates.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { contentOf, proposeEnd, useTerm, type Term } from './api.js';
import { useAreaName } from './area-name.js';
import css from './glossary.module.css';
import { TermChange } from './term-change.js';
import { TermForm } from './term-form.js';
import { TermHistory } from './term-history.js';
import { TermState } from './term-table.js';

/** One term: what each language says, what is proposed for it, and every wording that was agreed. */
export function TermPage() {
  const { id = '' } = useParams();
  const read = useTerm(id);
  return <Answer read={read}>{(term) => <TermView term={term} />}</Answer>;
}

function TermView({ term }: { term: Term }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const zone = useZone();
  const nameOf = useAreaName();
  return (
    <Page
      title={term.words[page].term}
      trail={[{ to: '/glossary', label: t('web-glossary:title') }]}
      meta={<TermState term={term} />}
      aside={<Acts term={term} />}
    >
      <ProposalPanel
        subjectType="glossary_term"
        subjectId={term.id}
        titleOf={(proposal) => t(`web-glossary:change.${contentOf(proposal).change}`)}
        render={(proposal) => <TermChange content={contentOf(proposal)} term={term} />}
      />
      <div className={css.columns}>
        {ownFirst(page).map((lang) => (
          <LanguageCard key={lang} term={term} lang={lang} />
        ))}
      </div>
      <Facts
        rows={[
          term.note ? [t('web-glossary:note'), <Words key="note" value={term.note} />] : null,
          [t('web-glossary:area'), nameOf(term.area)],
          [t('web-glossary:code'), <code key="code">{term.code}</code>],
          [t('web-glossary:binding.label'), t(`web-glossary:binding.${term.binding ? 'yes' : 'no'}`)],
          [t('web-glossary:origin.label'), t(`web-glossary:origin.${term.origin}`)],
          [t('web-glossary:updated'), <Moment key="at" at={term.updatedAt} zone={zone} />],
        ]}
      />
      {term.state === 'proposed' ? null : (
        <Section title={t('web-glossary:history')}>
          <TermHistory id={term.id} />
        </Section>
      )}
    </Page>
  );
}

function LanguageCard({ term, lang }: { term: Term; lang: keyof Term['words'] }) {
  const { t } = useTranslation();
  const { also, avoid, term: word } = term.words[lang];
  const list = (label: string, forms: string[]) =>
    forms.length > 0 ? (
      <>
        <h3>{label}</h3>
        <ul lang={lang}>
          {forms.map((form) => (
            <li key={form}>{form}</li>
          ))}
        </ul>
      </>
    ) : null;
  return (
    <section className={css.card} aria-label={LANGUAGE_NAMES[lang]}>
      <p className={css.tag} lang={lang}>
        {LANGUAGE_NAMES[lang]}
      </p>
      <p className={css.word} lang={lang}>
        {word}
      </p>
      {list(t('web-glossary:also'), also)}
      {list(t('web-glossary:avoid'), avoid)}
    </section>
  );
}

const STEPS = { 'propose-retirement': 'retirement', 'propose-restoration': 'restoration' } as const;
type Act = 'propose-change' | keyof typeof STEPS;
const ACTS: readonly Act[] = ['propose-change', 'propose-retirement', 'propose-restoration'];

function Acts({ term }: { term: Term }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Act | null>(null);
  const close = (): void => setOpen(null);
  return (
    <div className={`${css.tools} fd-no-print`}>
      {ACTS.map((act) => (
        <ActionButton
          key={act}
          may={allowedIn(term.allowedActions, act)}
          variant="default"
          onClick={() => setOpen(act)}
        >
          {t(`web-glossary:act.${act}`)}
        </ActionButton>
      ))}
      <Dialog open={open !== null} title={open ? t(`web-glossary:act.${open}`) : ''} onClose={close}>
        {open === 'propose-change' ? <TermForm term={term} onDone={close} /> : null}
        {open && open !== 'propose-change' ? <EndForm term={term} act={open} onDone={close} /> : null}
      </Dialog>
    </div>
  );
}

function EndForm({ term, act, onDone }: { term: Term; act: keyof typeof STEPS; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useWrite<Term>();
  const title = t(`web-glossary:act.${act}`);
  return (
    <Form
      draft={`glossary.${term.id}.${act}`}
      label={title}
      submit={title}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        await write.mutateAsync(proposeEnd(term, STEPS[act], valueOf(data, 'reason')));
        toast(t('web-glossary:proposed'));
        onDone();
      }}
    >
      <AreaField name="reason" label={t('web-glossary:reason')} hint={t('web-glossary:reasonHint')} rows={2} />
    </Form>
  );
}
