import { useTranslation } from 'react-i18next';
import { State } from '../../shared/ui/badges.js';
import { Words } from '../../shared/ui/text.js';
import type { Poll } from './api.js';
import css from './date-polls.module.css';
import { SlotTime } from './slot-time.js';

/** The own side's answers, slots down and posts across, and what would be handed over. Nobody else sees it. */
export function Matrix({ poll }: { poll: Poll }) {
  const { t } = useTranslation();
  return (
    <div className={css.scroll} role="region" aria-label={t('web-date-polls:matrix')} tabIndex={0}>
      <table className={css.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('web-date-polls:slot')}</th>
            {poll.participants.map(({ post, role }) => (
              <th key={post.id} scope="col">
                <Words value={post.title} />
                <span className={css.role}>{t(`web-date-polls:role.${role}`)}</span>
              </th>
            ))}
            <th scope="col">{t('web-date-polls:wouldSay')}</th>
          </tr>
        </thead>
        <tbody>
          {poll.slots.map((slot) => (
            <tr key={slot.id}>
              <th scope="row">
                <SlotTime slot={slot} zone={poll.zone} />
              </th>
              {poll.participants.map(({ post }) => {
                const said = slot.answers.find(({ postId }) => postId === post.id);
                return (
                  <td key={post.id} data-answer={said?.answer}>
                    {t(`web-date-polls:answer.${said?.answer ?? 'none'}`)}
                    {said?.by ? (
                      <span className={css.role}>
                        {t('web-date-polls:answeredBy')} <Words value={said.by.title} marks={false} />
                      </span>
                    ) : null}
                  </td>
                );
              })}
              <td>
                <State tone={slot.ownVerdict === 'possible' ? 'done' : 'open'}>
                  {t(`web-date-polls:verdict.${slot.ownVerdict ?? 'none'}`)}
                </State>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
