import { formatZone } from '#core/i18n';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName, State } from '../../shared/ui/badges.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Section } from '../../shared/ui/page.js';
import { Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { step, useMeetingWrite, type Contribution, type Meeting } from './api.js';
import { ContributionProposal } from './meeting-proposal.js';
import css from './multilateral.module.css';

const ContributionForm = lazy(async () => ({ default: (await import('./contribution-form.js')).ContributionForm }));

/** Documents for the meeting, by the organisation's own deadline. */
export function Contributions({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t('web-multilateral:contributions')}>
      {meeting.contributions.length === 0 ? <Empty>{t('web-multilateral:noContributions')}</Empty> : null}
      <ul className={css.list} hidden={meeting.contributions.length === 0}>
        {meeting.contributions.map((one) => (
          <li key={one.id}>
            {one.state === 'draft' ? (
              <Private label={t('web-multilateral:private')}>
                <Row meeting={meeting} contribution={one} />
              </Private>
            ) : (
              <Row meeting={meeting} contribution={one} />
            )}
          </li>
        ))}
      </ul>
      {adding ? (
        <section className={css.panel}>
          <h3>{t('web-multilateral:act.add-contribution')}</h3>
          <Suspense>
            <ContributionForm meeting={meeting} onDone={() => setAdding(false)} />
          </Suspense>
        </section>
      ) : (
        <div className={`${css.acts} fd-no-print`}>
          <ActionButton
            may={allowedIn(meeting.allowedActions, 'add-contribution')}
            variant="default"
            onClick={() => setAdding(true)}
          >
            {t('web-multilateral:act.add-contribution')}
          </ActionButton>
        </div>
      )}
    </Section>
  );
}

function Row({ meeting, contribution }: { meeting: Meeting; contribution: Contribution }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const own = useZone();
  const { dueAt, zone, deadlines, state, late } = contribution;
  const item = meeting.items.find(({ id }) => id === contribution.itemId);
  return (
    <div className={css.row}>
      <div>
        <div className={late ? css.late : undefined}>
          {late ? `${t('web-multilateral:late')} ` : null}
          <Moment at={dueAt} zone={zone} /> <span className={css.muted}>{formatZone(dueAt, zone, lang)}</span>
        </div>
        <div className={css.muted}>
          <Moment at={dueAt} zone={own} /> {formatZone(dueAt, own, lang)}
        </div>
      </div>
      <div>
        <p className={css.rowTitle}>
          <Words value={contribution.title} />
        </p>
        <p className={css.meta}>
          <State tone={state === 'submitted' ? 'done' : 'open'}>{t(`web-multilateral:contribution.${state}`)}</State>
          {contribution.joint ? <strong>{t('web-multilateral:joint')}</strong> : <SideName side={contribution.side} />}
          {item ? (
            <a href={`#item-${item.id}`}>
              {item.number} <Words value={item.title} marks={false} />
            </a>
          ) : null}
          {contribution.symbol ? <span>{contribution.symbol}</span> : null}
          {contribution.url ? (
            <a href={contribution.url} rel="noreferrer" className={css.address}>
              {t('web-multilateral:document')}
            </a>
          ) : null}
        </p>
        <ul className={css.deadlines}>
          {deadlines.map(({ rule, date, passed }) => (
            <li key={rule} className={passed ? css.passed : undefined}>
              {t(`web-multilateral:rule.${rule}`)} <Day date={date} />
            </li>
          ))}
        </ul>
        {state === 'shared' && contribution.joint ? (
          <ProposalPanel
            subjectType="multilateral_meeting"
            subjectId={contribution.id}
            titleOf={() => t('web-multilateral:proposal.contribution')}
            render={(proposal) => <ContributionProposal proposal={proposal} />}
          />
        ) : null}
        <RowActs meeting={meeting} contribution={contribution} />
      </div>
    </div>
  );
}

function RowActs({ meeting, contribution }: { meeting: Meeting; contribution: Contribution }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useMeetingWrite();
  const [editing, setEditing] = useState(false);
  const may = (action: string) => allowedIn(contribution.allowedActions, action);
  if (editing) {
    return (
      <section className={css.panel}>
        <Suspense>
          <ContributionForm meeting={meeting} contribution={contribution} onDone={() => setEditing(false)} />
        </Suspense>
      </section>
    );
  }
  const send = (action: 'share' | 'submit' | 'propose-submit' | 'withdraw'): void =>
    void write.mutateAsync(step(`/multilateral-contributions/${contribution.id}/${action}`, contribution.etag)).then(
      () => toast(t(`web-multilateral:done.${action}`)),
      () => {
        // The refusal is shown beneath the buttons.
      },
    );
  return (
    <>
      <div className={`${css.acts} fd-no-print`}>
        {(['share', contribution.joint ? 'propose-submit' : 'submit'] as const).map((action) => (
          <ActionButton
            key={action}
            may={may(action)}
            size="compact-md"
            loading={write.isPending}
            onClick={() => send(action)}
          >
            {t(`web-multilateral:act.${action}`)}
          </ActionButton>
        ))}
        <ActionButton may={may('edit')} size="compact-md" variant="default" onClick={() => setEditing(true)}>
          {t('web-multilateral:act.edit')}
        </ActionButton>
        <ActionButton
          may={may('withdraw')}
          size="compact-md"
          variant="default"
          loading={write.isPending}
          onClick={() => send('withdraw')}
        >
          {t('web-multilateral:act.withdraw')}
        </ActionButton>
      </div>
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
    </>
  );
}
