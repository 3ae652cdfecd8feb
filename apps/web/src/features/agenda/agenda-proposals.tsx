import { useTranslation } from 'react-i18next';
import type { Agenda, Proposal, TextView } from '../../shared/api/types.js';
import { ProposalCards } from '../../shared/proposals/proposal-panel.js';
import { Words } from '../../shared/ui/text.js';
import css from './agenda.module.css';

/** What the contents of an agenda's proposals may hold, over all kinds. */
interface Content {
  title?: TextView;
  audience?: 'business' | 'public';
  hash?: string;
}

/** Open proposals about the agenda or one of its items, with their two keys. */
export function AgendaProposals({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  const titleOf = (proposal: Proposal): string =>
    t(proposal.kind === 'agenda.publish' ? 'web-agenda:publish.title' : 'web-agenda:defer.title');
  return (
    <ProposalCards
      proposals={agenda.proposals}
      titleOf={titleOf}
      render={(proposal) => <ProposalContent proposal={proposal} agenda={agenda} />}
    />
  );
}

function ProposalContent({ proposal, agenda }: { proposal: Proposal; agenda: Agenda }) {
  const { t } = useTranslation();
  const content = proposal.content as Content;
  if (proposal.kind === 'agenda.publish') {
    return (
      <>
        <p>
          <span className={css.label}>{t('web-agenda:publish.readers')}</span>{' '}
          {content.audience ? t(`web-agenda:publish.audience.${content.audience}`) : null}
        </p>
        {content.hash === agenda.hash ? null : <p className={css.missing}>{t('web-agenda:publish.moved')}</p>}
      </>
    );
  }
  const item = agenda.items.find(({ id }) => id === proposal.subjectId);
  const title = content.title ?? proposal.subjectTitle ?? item?.title;
  return title ? (
    <p>
      {item?.number ? `${String(item.number)}. ` : null}
      <Words value={title} marks={false} />
    </p>
  ) : null;
}
