/** SQL for an instant to the microsecond, ISO 8601 in UTC: what a cursor needs, and what a `Date` of JavaScript cuts off. */
export function exactly(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
