import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../shared/api/hooks.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { SideName } from '../../shared/ui/badges.js';
import { Section } from '../../shared/ui/page.js';
import type { Live } from './api.js';
import { MemberName } from './person.js';
import css from './live.module.css';

/** Who is in the room, list by list; each secretariat marks its own. */
export function Presence({ live }: { live: Live }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<unknown>();
  const mark = (id: string, present: boolean) =>
    void write
      .mutateAsync({ method: 'PUT', path: `/delegation-members/${id}/attendance`, body: { present } })
      .catch(() => undefined);
  if (live.delegations.every(({ members }) => members.length === 0)) return null;
  return (
    <Section title={t('web-live:presence.title')}>
      <div className={css.lists}>
        {live.delegations.map(({ side, members }) => (
          <fieldset key={side} className={css.list}>
            <legend>
              <SideName side={side} />{' '}
              <span className={css.muted}>
                {t('web-live:presence.count', {
                  present: members.filter(({ present }) => present === true).length,
                  all: members.length,
                })}
              </span>
            </legend>
            {members.map((member) =>
              allowedIn(member.allowedActions, 'mark-attendance')?.allowed ? (
                <Checkbox
                  key={member.id}
                  size="md"
                  checked={member.present === true}
                  label={<MemberName member={member} />}
                  onChange={(event) => mark(member.id, event.currentTarget.checked)}
                />
              ) : (
                <p key={member.id} className={css.attending}>
                  <MemberName member={member} />
                  {member.present === null ? null : (
                    <span className={css.muted}>
                      {t(member.present ? 'web-live:presence.present' : 'web-live:presence.absent')}
                    </span>
                  )}
                </p>
              ),
            )}
          </fieldset>
        ))}
      </div>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
    </Section>
  );
}
