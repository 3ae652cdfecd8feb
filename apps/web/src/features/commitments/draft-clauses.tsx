import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentSummary, InstrumentDetail } from '../../shared/api/types.js';
import { Form } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Section } from '../../shared/ui/page.js';
import { Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { instrumentAct, useInstrumentWrite } from './api.js';
import css from './commitments.module.css';
import { neededTexts, TextsFields } from './texts-fields.js';

const ClauseForm = lazy(async () => ({ default: (await import('./clause-form.js')).ClauseForm }));

type Asking =
  { what: 'clause'; clause?: CommitmentSummary } | { what: 'area' } | { what: 'remove'; clause: CommitmentSummary };

/** The clauses of a text that is still being written: one for each obligation. */
export function DraftClauses({ instrument }: { instrument: InstrumentDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking | null>(null);
  const done = (): void => setAsking(null);
  const title =
    asking?.what === 'area'
      ? t('web-commitments:act.addArea')
      : asking?.what === 'remove'
        ? t('web-commitments:act.removeClause')
        : t(asking?.clause ? 'web-commitments:act.editClause' : 'web-commitments:act.addClause');
  return (
    <Section title={t('web-commitments:clauses')}>
      {instrument.commitments.length === 0 ? <Empty>{t('web-commitments:draft.none')}</Empty> : null}
      <ol className={css.clauses}>
        {instrument.commitments.map((clause) => (
          <li key={clause.id}>
            <Clause clause={clause} />
            <div className={css.acts}>
              <Button size="compact-sm" variant="default" onClick={() => setAsking({ what: 'clause', clause })}>
                {t('web-commitments:act.editClause')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setAsking({ what: 'remove', clause })}>
                {t('web-commitments:act.removeClause')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div className={`${css.acts} fd-no-print`}>
        <Button onClick={() => setAsking({ what: 'clause' })}>{t('web-commitments:act.addClause')}</Button>
        <Button variant="default" onClick={() => setAsking({ what: 'area' })}>
          {t('web-commitments:act.addArea')}
        </Button>
        {instrument.gaps > 0 ? (
          <span className={css.about}>{t('web-commitments:draft.gaps', { count: instrument.gaps })}</span>
        ) : null}
      </div>
      <Dialog open={asking !== null} onClose={done} title={title}>
        <Suspense>
          {asking?.what === 'clause' ? (
            <ClauseForm instrument={instrument} {...(asking.clause ? { clause: asking.clause } : {})} onDone={done} />
          ) : null}
          {asking?.what === 'area' ? <AreaForm instrument={instrument} onDone={done} /> : null}
          {asking?.what === 'remove' ? (
            <RemoveClause instrument={instrument} clause={asking.clause} onDone={done} />
          ) : null}
        </Suspense>
      </Dialog>
    </Section>
  );
}

function Clause({ clause }: { clause: CommitmentSummary }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        {clause.area ? (
          <span className={css.about}>
            <Words value={clause.area.name} />
          </span>
        ) : null}
        <Words value={clause.text} />
      </p>
      {clause.quote ? (
        <blockquote className={css.lines} lang={clause.quote.lang}>
          {clause.quote.text}
        </blockquote>
      ) : null}
      <p className={css.about}>
        {clause.chapeau ? <State>{t('web-commitments:chapeau')}</State> : t(`web-words:strength.${clause.strength}`)}{' '}
        {clause.strengthSide ? <SideName side={clause.strengthSide} /> : null}
      </p>
    </>
  );
}

function AreaForm({ instrument, onDone }: { instrument: InstrumentDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const write = useInstrumentWrite();
  return (
    <Form
      draft={`instrument-area.${instrument.id}`}
      label={t('web-commitments:act.addArea')}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        await write.mutateAsync(instrumentAct(instrument, '/areas', { name: neededTexts(data, 'name', page) }));
        toast(t('web-commitments:done.saved'));
        onDone();
      }}
    >
      <TextsFields name="name" label={t('web-commitments:area')} rows={1} required />
    </Form>
  );
}

function RemoveClause({
  instrument,
  clause,
  onDone,
}: {
  instrument: InstrumentDetail;
  clause: CommitmentSummary;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const write = useInstrumentWrite();
  const textOf = useProblemText();
  const send = (): void =>
    void write.mutateAsync(instrumentAct(instrument, `/clauses/${clause.id}/remove`)).then(onDone, () => undefined);
  return (
    <>
      <p>
        <Words value={clause.text} />
      </p>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      <div className={css.acts}>
        <Button loading={write.isPending} onClick={send}>
          {t('web-commitments:act.removeClause')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('web-shell:cancel')}
        </Button>
      </div>
    </>
  );
}
