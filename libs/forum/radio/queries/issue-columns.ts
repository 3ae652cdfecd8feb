/** The columns of a case `i` as the register lists it. */
export const issueColumns = `i.id, i.code, i.title, i.type, i.services, i.regions, i.areas, i.status, i.status_as_of as "statusAsOf", i.season,
  i.season_from as "seasonFrom", i.season_to as "seasonTo", i.level, i.next_check as "nextCheck", i.origin_side as "originSide",
  i.reported_side as "reportedSide", i.illustrative, i.audience, i.version,
  coalesce((select jsonb_agg(jsonb_build_object('nominalHz', b.nominal_hz::text, 'lowHz', b.low_hz::text, 'highHz', b.high_hz::text, 'label', b.label) order by b.position)
            from forum.radio_band b where b.radio_issue_id = i.id and b.removed_at is null), '[]') as bands`;

/** SQL of an instant as ISO 8601 UTC within JSON. */
export const utcAs = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** SQL of the day of an instant in the two capitals, which share it (domain.md 5). */
export const dayAs = (column: string): string => `to_char(${column} at time zone 'Asia/Seoul', 'YYYY-MM-DD')`;
