import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { SessionDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Illustrative, SideName, State } from '../../shared/ui/badges.js';
import { SessionDate } from '../../shared/ui/dates.js';
import { Page } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { useDelegations, useSession, type DelegationList, type Delegations } from './api.js';
import { nameIn } from './names.js';
import css from './sheets.module.css';

/** The list of participants for print: two columns, the reader's side left, on a neutral copy the host (domain.md 3.4). */
export function ParticipantsPage() {
  const { id = '' } = useParams();
  const session = useSession(id);
  const page = useDelegations(id);
  return (
    <Answer read={session}>
      {(data) => <Answer read={page}>{(lists) => <Participants session={data} page={lists} />}</Answer>}
    </Answer>
  );
}

function Participants({ session, page }: { session: SessionDetail; page: Delegations }) {
  const { t } = useTranslation();
  return (
    <Page
      title={t('web-delegations:participants.title')}
      trail={[{ to: `/sessions/${session.id}/delegations`, label: <Words value={session.title} marks={false} /> }]}
      meta={
        <>
          <Words value={session.title} marks={false} />
          <SessionDate session={session} />
          {session.place ? <Words value={session.place} marks={false} /> : null}
        </>
      }
      aside={
        <>
          <Illustrative show={session.illustrative} />
          <Button
            className="fd-no-print"
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('web-shell:print')}
          </Button>
        </>
      }
    >
      <div className={css.columns}>
        {page.lists.map((list) => (
          <Column key={list.side} list={list} />
        ))}
      </div>
    </Page>
  );
}

function Column({ list }: { list: DelegationList }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <section>
      <h2 className={css.side}>
        <SideName side={list.side} suffix={false} />
        {list.state === 'draft' ? <State tone="open">{t('web-words:delegation.draft')}</State> : null}
      </h2>
      {list.members.length === 0 ? <p className={css.note}>{t('web-delegations:noneOther')}</p> : null}
      <ol className={css.people}>
        {list.members.map((member) => {
          const name = nameIn(member.names, lang);
          return (
            <li key={member.id}>
              <span className={css.role}>{t(`web-words:delegationRole.${member.role}`)}</span>
              <span>
                <Words value={member.post.body} marks={false} /> <Words value={member.post.title} marks={false} />
                {name ? <strong lang={name.lang === lang ? undefined : name.lang}> {name.text}</strong> : null}
              </span>
            </li>
          );
        })}
      </ol>
      {list.companyPeople.length === 0 ? null : (
        <>
          <h3>{t('web-delegations:company.title')}</h3>
          <ol className={css.people}>
            {list.companyPeople.map((person) => (
              <li key={person.id}>
                <span className={css.role}>{person.company}</span>
                <span>
                  {person.title} <strong>{nameIn(person.names, lang)?.text}</strong>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
