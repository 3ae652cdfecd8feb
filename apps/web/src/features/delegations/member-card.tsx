import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { announce } from '../../shared/ui/announce.js';
import { Private } from '../../shared/ui/badges.js';
import { Moment } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import { memberAct, orderMembers, useListWrite, type DelegationList, type Member } from './api.js';
import css from './delegations.module.css';
import { MemberForm } from './member-form.js';
import { nameIn } from './names.js';
import { NeedsForm, RankForm } from './small-forms.js';

type Mode = 'read' | 'edit' | 'edit-card' | 'needs' | 'ask';

/** One person of a list: body, post, name (domain.md 6), and what this reader may do with the card. */
export function MemberCard({
  member,
  list,
  session,
  rankTable,
}: {
  member: Member;
  list: DelegationList;
  session: SessionDetail;
  rankTable: readonly number[];
}) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [mode, setMode] = useState<Mode>('read');
  const back = () => setMode('read');
  const name = nameIn(member.names, lang);
  const request = member.rankRequest;
  return (
    <li className={css.card} data-mine={member.mine || undefined}>
      <p className={css.role}>
        {t(`web-words:delegationRole.${member.role}`)}
        <span className={css.note}>{t('web-delegations:rankShort', { rank: member.rank })}</span>
        {member.rankOverride === null ? null : (
          <span className={css.note}>{t('web-delegations:rankSet', { rank: member.post.rank })}</span>
        )}
      </p>
      <p className={css.person}>
        <Words value={member.post.body} marks={false} /> <Words value={member.post.title} />{' '}
        {name ? (
          <strong lang={name.lang === lang ? undefined : name.lang}>{name.text}</strong>
        ) : (
          <span className={css.note}>{t('web-delegations:noName')}</span>
        )}
      </p>
      {member.arrival ? (
        <p className={css.note}>
          {t('web-delegations:arrival')} <Moment at={member.arrival} zone={session.zone} />
        </p>
      ) : null}
      {request ? (
        <p className={css.request}>
          {t('web-delegations:rankRequested', { rank: request.rank })} {request.note}
        </p>
      ) : null}
      {member.needs && (member.needs.diet || member.needs.access) ? (
        <Private>
          <dl className={css.needs}>
            {member.needs.diet ? (
              <div>
                <dt>{t('web-delegations:needs.diet')}</dt>
                <dd>{member.needs.diet}</dd>
              </div>
            ) : null}
            {member.needs.access ? (
              <div>
                <dt>{t('web-delegations:needs.access')}</dt>
                <dd>{member.needs.access}</dd>
              </div>
            ) : null}
          </dl>
        </Private>
      ) : null}
      {mode === 'read' ? <CardActions member={member} list={list} sessionId={session.id} onMode={setMode} /> : null}
      {mode === 'edit' || mode === 'edit-card' ? (
        <MemberForm session={session} member={member} ownCardOnly={mode === 'edit-card'} onDone={back} />
      ) : null}
      {mode === 'needs' ? (
        <Private>
          <NeedsForm sessionId={session.id} member={member} onDone={back} />
        </Private>
      ) : null}
      {mode === 'ask' ? <RankForm sessionId={session.id} member={member} rankTable={rankTable} onDone={back} /> : null}
    </li>
  );
}

function CardActions({
  member,
  list,
  sessionId,
  onMode,
}: {
  member: Member;
  list: DelegationList;
  sessionId: string;
  onMode: (mode: Mode) => void;
}) {
  const { t } = useTranslation();
  const write = useListWrite(sessionId);
  const textOf = useProblemText();
  const may = (action: string) => allowedIn(member.allowedActions, action);
  if (member.allowedActions.length === 0) return null;
  const act = (name: 'remove' | 'keep-rank') => void write.mutateAsync(memberAct(member, name)).catch(() => undefined);
  const place = list.members.indexOf(member);
  const move = async (by: number): Promise<void> => {
    const ids = list.members.map((other) => other.id);
    ids.splice(place, 1);
    ids.splice(place + by, 0, member.id);
    await write.mutateAsync(orderMembers(sessionId, list, ids));
    announce(t('web-delegations:moved', { n: place + by + 1 }));
    document.getElementById(`${by < 0 ? 'up' : 'down'}-${member.id}`)?.focus();
  };
  // The order given counts between equal ranks only, so nobody is moved past another rank.
  const passable = (by: number) => may('edit')?.allowed === true && list.members[place + by]?.rank === member.rank;
  const button = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <div className={`${css.actions} fd-no-print`}>
      <ActionButton may={may('edit')} {...button} onClick={() => onMode('edit')}>
        {t('web-delegations:edit')}
      </ActionButton>
      <ActionButton may={may('edit-card')} {...button} onClick={() => onMode('edit-card')}>
        {t('web-delegations:editOwn')}
      </ActionButton>
      <ActionButton may={may('record-needs')} {...button} onClick={() => onMode('needs')}>
        {t('web-delegations:needs.title')}
      </ActionButton>
      <ActionButton may={may('ask-rank')} {...button} onClick={() => onMode('ask')}>
        {t('web-delegations:askRank')}
      </ActionButton>
      <ActionButton may={may('keep-rank')} {...button} onClick={() => act('keep-rank')}>
        {t('web-delegations:keepRank')}
      </ActionButton>
      {([-1, 1] as const).map((by) =>
        passable(by) ? (
          <Button
            key={by}
            id={`${by < 0 ? 'up' : 'down'}-${member.id}`}
            {...button}
            aria-label={t(by < 0 ? 'web-delegations:moveUp' : 'web-delegations:moveDown', { n: place + 1 })}
            onClick={() => void move(by).catch(() => undefined)}
          >
            {by < 0 ? <IconArrowUp size={16} aria-hidden /> : <IconArrowDown size={16} aria-hidden />}
          </Button>
        ) : null,
      )}
      <ActionButton may={may('remove')} size="compact-sm" variant="subtle" color="red" onClick={() => act('remove')}>
        {t('web-delegations:remove')}
      </ActionButton>
      {write.error ? (
        <span role="alert" className={css.refused}>
          {textOf(write.error)}
        </span>
      ) : null}
    </div>
  );
}
