import type { Proposal } from '../../shared/api/types.js';
import { ProposedRules } from '../../shared/reminder-rules/proposed-rules.js';
import { useZone } from '../../shared/me.js';
import { Moment } from '../../shared/ui/dates.js';
import { Keys } from '../../shared/ui/keys.js';
import css from './rules.module.css';

/** What both sides agreed on, latest first, each with its keys and what it changed. */
export function RulesHistory({ history }: { history: readonly Proposal[] }) {
  const zone = useZone();
  return (
    <ol className={css.history}>
      {history.map((proposal) => (
        <li key={proposal.id}>
          <details>
            <summary>
              <Moment at={proposal.decidedAt ?? proposal.at} zone={zone} />
              {proposal.reason ? ` · ${proposal.reason}` : null}
            </summary>
            <Keys keys={proposal.keys} />
            <ProposedRules proposal={proposal} />
          </details>
        </li>
      ))}
    </ol>
  );
}
