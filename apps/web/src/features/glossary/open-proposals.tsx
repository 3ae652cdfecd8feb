import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sendThen, useWrite } from '../../shared/api/hooks.js';
import type { Proposal } from '../../shared/api/types.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { Moment } from '../../shared/ui/dates.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import { acceptTerms, contentOf, useOpenProposals, useTerm, type Accepted } from './api.js';
import css from './glossary.module.css';
import { TermChange, TermLine } from './term-change.js';

/** All open proposals, to be read one by one and signed together: the key is turned on each as it is shown. */
export function OpenProposals() {
  const { t } = useTranslation();
  const read = useOpenProposals();
  return (
    <Section title={t('web-glossary:open.title')}>
      <Answer read={read} head={false}>
        {({ items }) => (items.length === 0 ? <Empty>{t('web-glossary:open.none')}</Empty> : <List items={items} />)}
      </Answer>
    </Section>
  );
}

const maySign = (proposal: Proposal): boolean => allowedIn(proposal.allowedActions, 'accept')?.allowed === true;

function List({ items }: { items: Proposal[] }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<Accepted>();
  // Kept as they were shown when they were ticked: a newer proposal is not signed unread.
  const [chosen, setChosen] = useState<readonly Proposal[]>([]);
  const [asking, setAsking] = useState(false);
  const signable = items.filter(maySign);
  const standing = chosen.filter(({ id, hash }) => signable.some((one) => one.id === id && one.hash === hash));
  const sign = (): void =>
    sendThen(write, acceptTerms(standing), ({ items: results }) => {
      const agreed = results.filter(({ accepted }) => accepted).length;
      toast(t('web-glossary:open.done', { count: agreed }));
      if (agreed < results.length) toast(t('web-glossary:open.left', { count: results.length - agreed }));
      setChosen([]);
      setAsking(false);
    });
  return (
    <>
      {signable.length > 0 ? (
        <div className={`${css.tools} fd-no-print`}>
          <Checkbox
            label={t('web-glossary:open.all')}
            checked={standing.length === signable.length}
            indeterminate={standing.length > 0 && standing.length < signable.length}
            onChange={(event) => setChosen(event.currentTarget.checked ? signable : [])}
          />
          <Button disabled={standing.length === 0} onClick={() => setAsking(true)}>
            {t('web-glossary:open.sign', { count: standing.length })}
          </Button>
        </div>
      ) : null}
      <ul className={css.proposals}>
        {items.map((proposal) => (
          <Item
            key={proposal.id}
            proposal={proposal}
            chosen={standing.some(({ id }) => id === proposal.id)}
            onChoose={
              maySign(proposal)
                ? (yes) => setChosen([...chosen.filter(({ id }) => id !== proposal.id), ...(yes ? [proposal] : [])])
                : undefined
            }
          />
        ))}
      </ul>
      <Dialog
        open={asking}
        title={t('web-glossary:open.sign', { count: standing.length })}
        onClose={() => setAsking(false)}
      >
        <p>{t('web-glossary:open.ask', { count: standing.length })}</p>
        <ul className={css.signing}>
          {standing.map((proposal) => (
            <li key={proposal.id}>
              {t(`web-glossary:change.${contentOf(proposal).change}`)}: <TermLine words={contentOf(proposal).words} />
            </li>
          ))}
        </ul>
        {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
        <div className={css.tools}>
          <Button loading={write.isPending} onClick={sign}>
            {t('web-glossary:open.sign', { count: standing.length })}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('web-shell:cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function Item({
  proposal,
  chosen,
  onChoose,
}: {
  proposal: Proposal;
  chosen: boolean;
  onChoose: ((yes: boolean) => void) | undefined;
}) {
  const { t } = useTranslation();
  const zone = useZone();
  const content = contentOf(proposal);
  const term = useTerm(proposal.subjectId);
  return (
    <li className={css.proposal}>
      <p className={css.historyHead}>
        {onChoose ? (
          <Checkbox
            aria-label={`${t('web-glossary:open.select')}: ${content.words.en.term}`}
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        ) : null}
        <State tone="open">{t(`web-glossary:change.${content.change}`)}</State>
        <Link to={`/glossary/${proposal.subjectId}`}>
          <TermLine words={content.words} />
        </Link>
        <SideName side={proposal.proposedBy} /> <Moment at={proposal.at} zone={zone} />
      </p>
      <TermChange content={content} term={term.data} />
      {proposal.reason ? <p>{proposal.reason}</p> : null}
    </li>
  );
}
