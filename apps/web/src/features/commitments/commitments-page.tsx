import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentSummary, InstrumentSummary } from '../../shared/api/types.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { useCommitments, useInstruments } from './api.js';
import css from './commitments.module.css';
import { CommitmentsFrame } from './frame.js';
import { nodesOf, TreeNode } from './tree.js';

/** Who promised what, when, where it was agreed and what has happened on each side: texts and meetings, their areas, their promises. */
export function CommitmentsPage() {
  const instruments = useInstruments();
  const commitments = useCommitments({});
  return (
    <CommitmentsFrame>
      <Answer read={instruments} head={false}>
        {(list) => (
          <Answer read={commitments} head={false}>
            {({ items }) => <Tree instruments={list.items} commitments={items} />}
          </Answer>
        )}
      </Answer>
    </CommitmentsFrame>
  );
}

function Tree({ instruments, commitments }: { instruments: InstrumentSummary[]; commitments: CommitmentSummary[] }) {
  const { t } = useTranslation();
  const nodes = nodesOf(instruments, commitments);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  if (nodes.length === 0) return <Empty>{t('web-commitments:none')}</Empty>;
  const all = nodes.every(({ key }) => open.has(key));
  const toggle = (key: string, shown: boolean): void =>
    setOpen((before) => {
      if (before.has(key) === shown) return before;
      const next = new Set(before);
      if (shown) next.add(key);
      else next.delete(key);
      return next;
    });
  return (
    <>
      <div className={css.treeHead}>
        <p className={css.count} aria-live="polite">
          {t('web-commitments:count', {
            count: commitments.length,
            agreed: commitments.filter((item) => item.agreed).length,
          })}
        </p>
        <Button
          size="compact-md"
          variant="default"
          className="fd-no-print"
          onClick={() => setOpen(all ? new Set() : new Set(nodes.map(({ key }) => key)))}
        >
          {t(all ? 'web-commitments:tree.closeAll' : 'web-commitments:tree.openAll')}
        </Button>
      </div>
      <ul className={css.tree}>
        {nodes.map((node) => (
          <TreeNode
            key={node.key}
            node={node}
            open={open.has(node.key)}
            onToggle={(shown) => toggle(node.key, shown)}
          />
        ))}
      </ul>
    </>
  );
}
