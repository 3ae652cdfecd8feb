import { channelNameAs } from '#forum/channels';

/** SQL for the title of what a reminder `m` with dates of its own is about, as its reader's role may see it; null for the others. */
export const subjectTitleAs = `case m.subject_type
              when 'channel' then ${channelNameAs('m.subject_id', 'm.recipient_side')}
              when 'radio_issue' then (select x.title from forum.radio_issue x where x.id = m.subject_id)
              when 'instrument' then (select x.name from forum.instrument x where x.id = m.subject_id)
              when 'commitment' then (select x.text from forum.commitment x where x.id = m.subject_id)
              when 'multilateral_meeting' then coalesce((select x.title from forum.multilateral_contribution x where x.id = m.subject_id),
                (select x.name from forum.multilateral_meeting x where x.id = m.subject_id))
              when 'post' then (select x.title from forum.post x where x.id = m.subject_id)
              when 'escalation' then (select x.title from forum.escalation x where x.id = m.subject_id)
              when 'exhibition' then (select x.name from forum.exhibition x where x.id = m.subject_id)
              when 'exchange_programme' then (select x.name from forum.exchange_programme x where x.id = m.subject_id) end`;

/** SQL for the path of its page, where it is not that of the subject itself. */
export const subjectPathAs = `case m.subject_type
              when 'multilateral_meeting' then (select 'multilateral/' || x.meeting_id from forum.multilateral_contribution x where x.id = m.subject_id)
              when 'exhibition' then 'records/exhibitions'
              when 'exchange_programme' then 'records/exchange-programmes'
              when 'post' then 'actions' end`;
