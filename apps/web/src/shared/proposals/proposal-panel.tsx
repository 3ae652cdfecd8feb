import { formatDateTime } from '#core/i18n';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../api/hooks.js';
import type { List, Proposal } from '../api/types.js';
import { AreaField } from '../forms/fields.js';
import { Form, valueOf } from '../forms/form.js';
import { useLanguage } from '../i18n/language.js';
import { useProblemText } from '../i18n/words.js';
import { useZone } from '../me.js';
import { ActionButton, allowedIn } from '../ui/action-button.js';
import { SideName } from '../ui/badges.js';
import { Dialog } from '../ui/dialog.js';
import { Keys } from '../ui/keys.js';
import { Words } from '../ui/text.js';
import { toast } from '../ui/toast.js';
import css from './proposal-panel.module.css';

interface PanelProps {
  subjectType: Proposal['subjectType'];
  subjectId: string;
  /** What is proposed, in words; each capability knows its own kinds. */
  titleOf: (proposal: Proposal) => string;
  render: (proposal: Proposal) => ReactNode;
}

/** The open proposals about one object with their two keys and what the reader may do; nothing when there are none. */
export function ProposalPanel({ subjectType, subjectId, titleOf, render }: PanelProps) {
  const read = useRead<List<Proposal>>('/proposals', { subjectType, subjectId, state: 'open' });
  return <ProposalCards proposals={read.data?.items ?? []} titleOf={titleOf} render={render} />;
}

/** As `ProposalPanel`, of proposals that are at hand. */
export function ProposalCards({
  proposals,
  titleOf,
  render,
}: Pick<PanelProps, 'titleOf' | 'render'> & { proposals: readonly Proposal[] }) {
  const { t } = useTranslation();
  if (proposals.length === 0) return null;
  return (
    <section className={css.panel} aria-label={t('web-proposals:title')}>
      {proposals.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} title={titleOf(proposal)} render={render} />
      ))}
    </section>
  );
}

type Decision = 'accept' | 'refuse' | 'withdraw';

function ProposalCard({
  proposal,
  title,
  render,
}: {
  proposal: Proposal;
  title: string;
  render: PanelProps['render'];
}) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  const textOf = useProblemText();
  const write = useWrite<Proposal>();
  // What is signed is what was shown when the dialog opened, even if a newer proposal arrives meanwhile.
  const [asking, setAsking] = useState<{ decision: Decision; shown: Proposal } | null>(null);
  const decide = async (decision: Decision, shown: Proposal, body?: object): Promise<void> => {
    await write.mutateAsync({ method: 'POST', path: `/proposals/${shown.id}/${decision}`, ...(body ? { body } : {}) });
    toast(t(`web-proposals:done.${decision}`));
    setAsking(null);
  };
  const quietly = (decision: Decision, shown: Proposal, body?: object): void => {
    decide(decision, shown, body).catch(() => setAsking(null));
  };
  const variants = { accept: 'filled', refuse: 'default', withdraw: 'default' } as const;
  return (
    <article className={css.card} aria-labelledby={`proposal-${proposal.id}`}>
      <header className={css.head}>
        <h2 id={`proposal-${proposal.id}`}>{title}</h2>
        <Keys keys={proposal.keys} />
      </header>
      <p className={css.meta}>
        <SideName side={proposal.proposedBy} /> <Words value={proposal.post.title} marks={false} />{' '}
        {formatDateTime(proposal.at, zone, lang)}
      </p>
      <div className={css.content}>{render(proposal)}</div>
      {proposal.reason ? (
        <p className={css.reason}>
          <span className={css.label}>{t('web-proposals:reason')}</span> {proposal.reason}
        </p>
      ) : null}
      <div className={`${css.acts} fd-no-print`}>
        {(['accept', 'refuse', 'withdraw'] as const).map((decision) => (
          <ActionButton
            key={decision}
            may={allowedIn(proposal.allowedActions, decision)}
            variant={variants[decision]}
            loading={write.isPending}
            onClick={() => setAsking({ decision, shown: proposal })}
          >
            {t(`web-proposals:act.${decision}`)}
          </ActionButton>
        ))}
      </div>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking ? t(`web-proposals:ask.${asking.decision}`, { title }) : title}
      >
        {asking ? (
          <>
            <div className={css.content}>{render(asking.shown)}</div>
            {asking.decision === 'refuse' ? (
              <Form
                draft={`proposal-refuse-${asking.shown.id}`}
                submit={t('web-proposals:act.refuse')}
                label={t('web-proposals:ask.refuse', { title })}
                pending={write.isPending}
                onCancel={() => setAsking(null)}
                onSubmit={async (data) => {
                  const reason = valueOf(data, 'reason');
                  await decide('refuse', asking.shown, reason === '' ? {} : { reason });
                }}
              >
                <AreaField name="reason" label={t('web-proposals:refusalReason')} hint={t('web-proposals:bothRead')} />
              </Form>
            ) : (
              <>
                {asking.decision === 'accept' ? (
                  <p className={css.hash}>
                    <span className={css.label}>{t('web-proposals:hash')}</span> <code>{asking.shown.hash}</code>
                  </p>
                ) : null}
                <div className={css.acts}>
                  <Button
                    loading={write.isPending}
                    onClick={() =>
                      quietly(
                        asking.decision,
                        asking.shown,
                        asking.decision === 'accept' ? { hash: asking.shown.hash } : undefined,
                      )
                    }
                  >
                    {t(`web-proposals:act.${asking.decision}`)}
                  </Button>
                  <Button variant="default" onClick={() => setAsking(null)}>
                    {t('web-shell:cancel')}
                  </Button>
                </div>
              </>
            )}
          </>
        ) : null}
      </Dialog>
    </article>
  );
}
