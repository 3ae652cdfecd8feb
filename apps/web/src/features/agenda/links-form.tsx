import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../shared/api/hooks.js';
import { hasStatus, isProblem, type Problem } from '../../shared/api/problem.js';
import type {
  ActionSummary,
  AgendaItem,
  CommitmentSummary,
  List,
  RadioIssue,
  TextView,
} from '../../shared/api/types.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import css from './agenda.module.css';
import { linkItem, useAgendaWrite, type LinkKind } from './api.js';
import pick from './links-form.module.css';

interface Linked {
  kind: LinkKind;
  id: string;
  title: TextView;
  code: string | null;
}

const MOST = 20;
const SHOWN = 8;
const all = { limit: '200' };
const keyOf = ({ kind, id }: Pick<Linked, 'kind' | 'id'>): string => `${kind} ${id}`;
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Everything that can be linked to and that this reader sees. */
function useCandidates(): Linked[] {
  const actions = useRead<List<ActionSummary>>('/action-items', all).data?.items ?? [];
  const commitments = useRead<List<CommitmentSummary>>('/commitments', all).data?.items ?? [];
  const issues = useRead<List<RadioIssue>>('/radio-issues', all).data?.items ?? [];
  return [
    ...actions.map(({ id, title, number }) => ({ kind: 'action_item' as const, id, title, code: number })),
    ...commitments.map(({ id, text, code }) => ({ kind: 'commitment' as const, id, title: text, code })),
    ...issues.map(({ id, title, code }) => ({ kind: 'radio_issue' as const, id, title, code })),
  ];
}

/** What the item is about: searched among actions, commitments and radio matters, kept in the order chosen. */
export function LinksForm({ sessionId, item, onDone }: { sessionId: string; item: AgendaItem; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const textOf = useProblemText();
  const write = useAgendaWrite();
  const [sought, setSought] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [chosen, setChosen] = useState<readonly Linked[]>(() => item.links.map((link) => ({ ...link, code: null })));
  const words = folded(sought).split(/\s+/u).filter(Boolean);
  const found = useCandidates().filter(
    (one) =>
      !chosen.some((other) => keyOf(other) === keyOf(one)) &&
      words.every((word) => folded(`${one.code ?? ''} ${one.title.text}`).includes(word)),
  );
  const save = async (): Promise<void> => {
    setProblem(null);
    try {
      await write.mutateAsync(linkItem(item.id, item.etag, chosen));
      toast(t('web-agenda:saved'));
      onDone();
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
      if (hasStatus(error, 412)) await client.invalidateQueries({ queryKey: [`/sessions/${sessionId}/agenda`] });
    }
  };
  const kindOf = (kind: LinkKind) => <span className={pick.kind}>{t(`web-agenda:links.kind.${kind}`)}</span>;
  return (
    <div className={pick.form}>
      <h4>{t('web-agenda:links.title')}</h4>
      {chosen.length === 0 ? <p className={pick.none}>{t('web-agenda:links.none')}</p> : null}
      <ul className={pick.list}>
        {chosen.map((one) => (
          <li key={keyOf(one)}>
            {kindOf(one.kind)} <Words value={one.title} marks={false} />
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconX size={16} aria-hidden />}
              aria-label={t('web-agenda:links.remove', { title: one.title.text })}
              onClick={() => setChosen(chosen.filter((other) => other !== one))}
            >
              {t('web-agenda:links.removeShort')}
            </Button>
          </li>
        ))}
      </ul>
      <TextInput
        type="search"
        label={t('web-agenda:links.search')}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      <ul className={pick.list} aria-label={t('web-agenda:links.found')}>
        {found.slice(0, SHOWN).map((one) => (
          <li key={keyOf(one)}>
            {kindOf(one.kind)} <Words value={one.title} marks={false} />
            <Button
              size="compact-sm"
              variant="default"
              disabled={chosen.length >= MOST}
              leftSection={<IconPlus size={16} aria-hidden />}
              aria-label={t('web-agenda:links.add', { title: one.title.text })}
              onClick={() => setChosen([...chosen, one])}
            >
              {t('web-agenda:links.addShort')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={pick.none} aria-live="polite">
        {found.length > SHOWN ? t('web-agenda:links.more', { count: found.length - SHOWN }) : null}
      </p>
      {problem ? (
        <p role="alert" className={css.refused}>
          {textOf(problem)}
        </p>
      ) : null}
      <div className={css.actions}>
        <Button loading={write.isPending} onClick={() => void save()}>
          {t('web-shell:save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('web-shell:cancel')}
        </Button>
      </div>
    </div>
  );
}
