import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useProblemText } from '../../shared/i18n/words.js';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName, State } from '../../shared/ui/badges.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { riseStep, useRise, useRiseWrite, type Rise } from './api.js';
import { toneOf } from './escalations-page.js';
import css from './escalations.module.css';
import { RiseHistory } from './history.js';
import { RiseLadder } from './ladder.js';
import { RiseProposal } from './rise-proposal.js';
import { SummaryLinks } from './summary-links.js';
import { Way } from './way.js';

const EditForm = lazy(async () => ({ default: (await import('./escalation-form.js')).EditForm }));
const ReturnForm = lazy(async () => ({ default: (await import('./end-forms.js')).ReturnForm }));
const SettleForm = lazy(async () => ({ default: (await import('./end-forms.js')).SettleForm }));

export function EscalationPage() {
  const { id = '' } = useParams();
  const rise = useRise(id);
  return <Answer read={rise}>{(data) => <RiseSheet rise={data} />}</Answer>;
}

function RiseSheet({ rise }: { rise: Rise }) {
  const { t } = useTranslation();
  const shared = rise.audience === 'joint';
  const body = (
    <>
      <RiseLadder rise={rise} />
      <Facts
        rows={[
          [t('web-escalations:raisedBy'), <SideName key="side" side={rise.side} />],
          [
            t('web-escalations:about'),
            rise.matter ? (
              <Link key="matter" to={rise.matter.path}>
                <Words value={rise.matter.title} />
              </Link>
            ) : null,
          ],
          [t('web-escalations:way'), <Way key="way" rise={rise} />],
          [t('web-escalations:summaryFile'), <SummaryLinks key="files" id={rise.id} />],
        ]}
      />
      <Acts rise={rise} />
      <Section title={t('web-escalations:field.summary')}>
        <p className={css.text}>
          <Words value={rise.summary} />
        </p>
      </Section>
      <Section title={t('web-escalations:field.request')}>
        <p className={css.text}>
          <Words value={rise.request} />
        </p>
      </Section>
      {rise.outcome ? (
        <Section title={t('web-escalations:field.outcome')}>
          <p className={css.text}>
            <Words value={rise.outcome} />
          </p>
        </Section>
      ) : null}
      {rise.events.length > 0 ? (
        <Section title={t('web-escalations:history')}>
          <RiseHistory events={rise.events} />
        </Section>
      ) : null}
    </>
  );
  return (
    <Page
      title={rise.title.text}
      heading={<Words value={rise.title} />}
      trail={[{ to: '/records/escalations', label: t('web-escalations:title') }]}
      aside={<State tone={toneOf(rise.state)}>{t(`web-escalations:states.${rise.state}`)}</State>}
      meta={<span>{t(`web-escalations:matter.${rise.matter?.kind ?? 'gone'}`)}</span>}
    >
      {shared ? (
        <ProposalPanel
          subjectType="escalation"
          subjectId={rise.id}
          titleOf={({ kind }) => t(`web-escalations:proposal.${kind.replace('escalation.', '')}`)}
          render={(proposal) => <RiseProposal proposal={proposal} />}
        />
      ) : null}
      {shared ? body : <Private label={t('web-escalations:private')}>{body}</Private>}
    </Page>
  );
}

type Mode = 'edit' | 'propose-return' | 'propose-settle';

/** What the reader may do with it, one form at a time. */
function Acts({ rise }: { rise: Rise }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useRiseWrite();
  const [mode, setMode] = useState<Mode | null>(null);
  const done = (): void => setMode(null);
  if (mode) {
    return (
      <section className={css.panel}>
        <h2>{t(`web-escalations:act.${mode}`)}</h2>
        <Suspense>
          {mode === 'edit' ? <EditForm rise={rise} onDone={done} /> : null}
          {mode === 'propose-return' ? <ReturnForm rise={rise} onDone={done} /> : null}
          {mode === 'propose-settle' ? <SettleForm rise={rise} onDone={done} /> : null}
        </Suspense>
      </section>
    );
  }
  const step = (action: 'raise' | 'withdraw'): void =>
    void write.mutateAsync(riseStep(rise, action)).then(
      () => toast(t(`web-escalations:done.${action}`)),
      () => {
        // The refusal is shown beneath the buttons.
      },
    );
  const may = (action: string) => allowedIn(rise.allowedActions, action);
  return (
    <div className="fd-no-print">
      {may('raise')?.allowed ? <p className={css.muted}>{t('web-escalations:ask.raise')}</p> : null}
      <div className={css.acts}>
        <ActionButton
          may={may('raise')}
          params={{ count: gapsOf(rise) }}
          loading={write.isPending}
          onClick={() => step('raise')}
        >
          {t('web-escalations:act.raise')}
        </ActionButton>
        {(['edit', 'propose-settle', 'propose-return'] as const).map((action) => (
          <ActionButton key={action} may={may(action)} variant="default" onClick={() => setMode(action)}>
            {t(`web-escalations:act.${action}`)}
          </ActionButton>
        ))}
        <ActionButton
          may={may('withdraw')}
          variant="default"
          loading={write.isPending}
          onClick={() => step('withdraw')}
        >
          {t('web-escalations:act.withdraw')}
        </ActionButton>
      </div>
      {write.error ? (
        <p role="alert" className={css.muted}>
          {textOf(write.error)}
        </p>
      ) : null}
    </div>
  );
}

/** How many texts are missing, old or unchecked in some language. */
function gapsOf(rise: Rise): number {
  return [rise.title, rise.summary, rise.request]
    .flatMap(({ all }) => (all ? [all.ko, all.ja, all.en] : []))
    .filter(({ status, stale }) => stale || !['checked', 'authentic'].includes(status)).length;
}
