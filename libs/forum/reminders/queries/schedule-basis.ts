/** The posts that are told as secretariats and heads, as one fingerprint. */
export const readersNow = `(select coalesce(md5(string_agg(who, ',' order by who)), '') from (
    select 's' || post_id as who from forum.secretariat_posts() union all select 'h' || post_id from forum.head_posts()) told)`;

/** What dates follow from beside their objects, as SQL for one text each. */
const day = `forum.today('Asia/Seoul')`;
const holidays = `(select md5(coalesce(string_agg(h.id || '.' || h.version, ',' order by h.id), '')) from forum.holiday h)`;
const channels = `(select md5(coalesce(string_agg(c.id || c.state, ',' order by c.id), '')) from forum.channel c)`;
const versions = (table: string): string =>
  `(select count(*) || '.' || coalesce(sum(o.version), 0) from forum.${table} o)`;

/** What the channels agreed about these rules. @param codes of rules; never user text */
const agreed = (codes: readonly string[]): string =>
  `(select md5(coalesce(string_agg(c.channel_id || c.code || c.change::text, ',' order by c.channel_id, c.code), ''))
      from forum.channel_reminder_rule c where c.code in (${codes.map((code) => `'${code}'`).join(',')}))`;

/** Beside what moves all dates, what those of one kind depend on. */
export type ScheduleNeed = { readonly rules: readonly string[] } | { readonly table: string };

const needAs = (need: ScheduleNeed): string =>
  'rules' in need ? `${agreed(need.rules)}, ${channels}` : versions(need.table);

/** SQL for everything beside the objects themselves that the dates of a kind follow from; they are planned anew when it changes. */
export const basisAs = (need: ScheduleNeed | null): string =>
  `concat_ws('/', ${[day, holidays, readersNow, ...(need ? [needAs(need)] : [])].join(', ')})`;
