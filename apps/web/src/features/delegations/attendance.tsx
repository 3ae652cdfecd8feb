import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { SideName } from '../../shared/ui/badges.js';
import { Section } from '../../shared/ui/page.js';
import { useListWrite, type Delegations, type Member } from './api.js';
import css from './delegations.module.css';
import { nameIn } from './names.js';

/** Who was there: at the session or at one item; each secretariat marks its own people while the session is under way. */
export function Attendance({ page }: { page: Delegations }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const textOf = useProblemText();
  const write = useListWrite(page.sessionId);
  const [about, setAbout] = useState('');
  const everybody = page.lists.flatMap((list) => list.members);
  const marking = everybody.some((member) => allowedIn(member.allowedActions, 'mark-attendance')?.allowed);
  if (!marking && everybody.every((member) => member.attendance.length === 0)) return null;
  const markOf = (member: Member) => member.attendance.find((mark) => (mark.itemId ?? '') === about)?.present;
  const mark = (member: Member, present: boolean) =>
    void write
      .mutateAsync({
        method: 'PUT',
        path: `/delegation-members/${member.id}/attendance`,
        body: { present, ...(about ? { itemId: about } : {}) },
      })
      .catch(() => undefined);
  return (
    <Section title={t('web-delegations:attendance.title')}>
      <label className={`${css.about} fd-no-print`}>
        {t('web-delegations:attendance.about')}
        <select value={about} onChange={(event) => setAbout(event.currentTarget.value)}>
          <option value="">{t('web-delegations:attendance.session')}</option>
          {page.items.map((item) => (
            <option key={item.id} value={item.id}>
              {`${String(item.number)}. ${item.title.text}`}
            </option>
          ))}
        </select>
      </label>
      <div className={css.columns}>
        {page.lists.map((list) => (
          <fieldset key={list.side} className={css.marks}>
            <legend>
              <SideName side={list.side} />
            </legend>
            {list.members.map((member) => (
              <label key={member.id}>
                <input
                  type="checkbox"
                  checked={markOf(member) === true}
                  disabled={!allowedIn(member.allowedActions, 'mark-attendance')?.allowed}
                  onChange={(event) => mark(member, event.currentTarget.checked)}
                />
                <span>
                  {member.post.title.text} {nameIn(member.names, lang)?.text}
                </span>
                {markOf(member) === false ? (
                  <span className={css.note}>{t('web-delegations:attendance.absent')}</span>
                ) : null}
              </label>
            ))}
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
