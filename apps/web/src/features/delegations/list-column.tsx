import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useViewer } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName, State } from '../../shared/ui/badges.js';
import { toast } from '../../shared/ui/toast.js';
import { listStep, useListWrite, type CompanyPerson, type DelegationList } from './api.js';
import css from './delegations.module.css';
import { MemberCard } from './member-card.js';
import { MemberForm } from './member-form.js';
import { nameIn } from './names.js';
import { CompanyPersonForm } from './small-forms.js';

const STEPS = ['approve', 'submit', 'accept'] as const;

/** One side's list: its state, its steps, its people in order, and people of companies apart from them. */
export function ListColumn({
  list,
  session,
  rankTable,
}: {
  list: DelegationList;
  session: SessionDetail;
  rankTable: readonly number[];
}) {
  const { t } = useTranslation();
  const own = useViewer() === list.side;
  const [adding, setAdding] = useState(false);
  const people = (
    <ol className={css.cards}>
      {list.members.map((member) => (
        <MemberCard key={member.id} member={member} list={list} session={session} rankTable={rankTable} />
      ))}
    </ol>
  );
  return (
    <section className={css.column}>
      <h2 className={css.columnHead}>
        <SideName side={list.side} />
        {list.state === 'none' ? null : (
          <State tone={list.state === 'accepted' ? 'done' : list.state === 'draft' ? 'open' : 'accent'}>
            {t(`web-words:delegation.${list.state}`)}
          </State>
        )}
      </h2>
      {list.state === 'none' ? (
        <p className={css.note}>{t(own ? 'web-delegations:noneOwn' : 'web-delegations:noneOther')}</p>
      ) : null}
      {list.state === 'draft' ? (
        <p className={css.note}>{t(list.approved ? 'web-delegations:approved' : 'web-delegations:notApproved')}</p>
      ) : null}
      <ListSteps list={list} sessionId={session.id} />
      {list.members.length === 0 ? null : list.state === 'draft' ? <Private>{people}</Private> : people}
      {adding ? (
        <MemberForm session={session} onDone={() => setAdding(false)} />
      ) : (
        <p className="fd-no-print">
          <ActionButton
            may={allowedIn(list.allowedActions, 'edit')}
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('web-delegations:add')}
          </ActionButton>
        </p>
      )}
      <CompanyPeople list={list} sessionId={session.id} />
    </section>
  );
}

function ListSteps({ list, sessionId }: { list: DelegationList; sessionId: string }) {
  const { t } = useTranslation();
  const write = useListWrite(sessionId);
  const textOf = useProblemText();
  const known = STEPS.filter((step) => allowedIn(list.allowedActions, step));
  if (known.length === 0) return null;
  const take = async (step: (typeof STEPS)[number]): Promise<void> => {
    await write.mutateAsync(listStep(sessionId, list, step));
    toast(t(`web-delegations:done.${step}`));
  };
  return (
    <div className={`${css.actions} fd-no-print`}>
      {known.map((step) => (
        <ActionButton
          key={step}
          may={allowedIn(list.allowedActions, step)}
          loading={write.isPending}
          onClick={() => void take(step).catch(() => undefined)}
        >
          {t(`web-delegations:step.${step}`)}
        </ActionButton>
      ))}
      {write.error ? (
        <span role="alert" className={css.refused}>
          {textOf(write.error)}
        </span>
      ) : null}
    </div>
  );
}

function CompanyPeople({ list, sessionId }: { list: DelegationList; sessionId: string }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const may = allowedIn(list.allowedActions, 'edit');
  if (list.companyPeople.length === 0 && !may) return null;
  return (
    <section className={css.companies}>
      <h3>{t('web-delegations:company.title')}</h3>
      <ol className={css.cards}>
        {list.companyPeople.map((person) => (
          <CompanyCard key={person.id} person={person} sessionId={sessionId} />
        ))}
      </ol>
      {adding ? (
        <CompanyPersonForm sessionId={sessionId} onDone={() => setAdding(false)} />
      ) : (
        <p className="fd-no-print">
          <ActionButton may={may} size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {t('web-delegations:company.add')}
          </ActionButton>
        </p>
      )}
    </section>
  );
}

function CompanyCard({ person, sessionId }: { person: CompanyPerson; sessionId: string }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useListWrite(sessionId);
  const [editing, setEditing] = useState(false);
  const name = nameIn(person.names, lang);
  if (editing) return <CompanyPersonForm sessionId={sessionId} person={person} onDone={() => setEditing(false)} />;
  return (
    <li className={css.card}>
      <p className={css.person}>
        {person.company} {person.title} {name ? <strong lang={name.lang}>{name.text}</strong> : null}
      </p>
      <div className={`${css.actions} fd-no-print`}>
        <ActionButton
          may={allowedIn(person.allowedActions, 'edit')}
          size="compact-sm"
          variant="default"
          onClick={() => setEditing(true)}
        >
          {t('web-delegations:edit')}
        </ActionButton>
        <ActionButton
          may={allowedIn(person.allowedActions, 'remove')}
          size="compact-sm"
          variant="subtle"
          color="red"
          onClick={() =>
            void write
              .mutateAsync({ method: 'POST', path: `/company-people/${person.id}/remove`, ifMatch: person.etag })
              .catch(() => undefined)
          }
        >
          {t('web-delegations:remove')}
        </ActionButton>
      </div>
    </li>
  );
}
