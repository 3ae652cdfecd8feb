import type { Reader } from '#platform/database';
import type { CompanyPersonRow } from '../domain/delegations.types.js';

/** The people of companies at a session, each side's in the order it gave. */
export async function listCompanyPeople(reader: Reader, sessionId: string): Promise<CompanyPersonRow[]> {
  return reader.query<CompanyPersonRow>(
    `select id, side, company, title, names, position, version from forum.company_person
      where session_id = $1 and removed_at is null order by side, position, id`,
    [sessionId],
  );
}
