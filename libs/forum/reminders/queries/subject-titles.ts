/** SQL for the title of what a reminder `m` with dates of its own is about, as its reader's role may see it; null for the others. */
export const subjectTitleAs = `case m.subject_type
              when 'radio_issue' then (select x.title from forum.radio_issue x where x.id = m.subject_id) end`;
