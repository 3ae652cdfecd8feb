import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ActionDetail, Proposal, TextView } from '../../shared/api/types.js';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { Facts } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';

interface Content {
  why: TextView;
  by?: { id: string; number: string; title: TextView };
}

/** Proposals to end a joint item, with their keys. */
export function EndProposals({ action }: { action: ActionDetail }) {
  const { t } = useTranslation();
  const kindOf = ({ kind }: Proposal): 'cancel' | 'supersede' =>
    kind === 'action-item.supersede' ? 'supersede' : 'cancel';
  return (
    <ProposalPanel
      subjectType="action_item"
      subjectId={action.id}
      titleOf={(proposal) => t(`web-actions:proposal.${kindOf(proposal)}`)}
      render={(proposal) => {
        // The kinds of this subject have this shape (libs/forum/actions/action-proposals.ts).
        const { why, by } = proposal.content as Partial<Content>;
        return (
          <Facts
            rows={[
              why ? [t('web-actions:reason'), <Words key="why" value={why} />] : null,
              by
                ? [
                    t('web-actions:supersededBy'),
                    <Link key="by" to={`/actions/${by.id}`}>
                      {by.number} <Words value={by.title} marks={false} />
                    </Link>,
                  ]
                : null,
            ]}
          />
        );
      }}
    />
  );
}
