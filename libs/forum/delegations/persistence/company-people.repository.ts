import type { PersonName } from '#core/i18n';
import { commonErrors, newId, type Audience, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { delegationsErrors } from '../domain/delegations.errors.js';
import type { CompanyPersonRow, SessionOfList } from '../domain/delegations.types.js';

export interface CompanyPersonFields {
  readonly company: string;
  readonly title: string;
  readonly names: PersonName;
}

/** Who sees people of companies once their side's list is shared: on the business track the companies too (domain.md 2). */
function sharedAudience(session: Pick<SessionOfList, 'audience'>): Audience {
  return session.audience === 'business' || session.audience === 'public' ? 'business' : 'joint';
}

/** Adds a person of a company at the end; as private as the side's delegation list still is. */
export async function insertCompanyPerson(
  tx: Tx,
  session: SessionOfList,
  side: Side,
  person: CompanyPersonFields,
): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.company_person (id, session_id, side, company, title, names, position, audience)
     select $1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::jsonb,
            1 + coalesce((select max(position) from forum.company_person where session_id = $2 and side = $3), 0),
            case when exists (select 1 from forum.delegation where session_id = $2 and side = $3 and state <> 'draft') then $7::text else $3 end`,
    [id, session.id, side, person.company, person.title, JSON.stringify(person.names), sharedAudience(session)],
  );
  return id;
}

/** Shows what the side had kept to itself, together with its list. */
export async function shareCompanyPeople(tx: Tx, session: SessionOfList, side: Side): Promise<void> {
  await tx.query(
    `update forum.company_person set audience = $3, version = (version / 1000 + 1) * 1000
      where session_id = $1 and audience = $2 and removed_at is null`,
    [session.id, side, sharedAudience(session)],
  );
}

/** A person of the actor's own side, with the session. @throws delegations.personNotFound, common.staleVersion */
export async function findCompanyPerson(
  tx: Tx,
  id: string,
  version: number,
): Promise<CompanyPersonRow & { sessionId: string }> {
  const [row] = await tx.query<CompanyPersonRow & { sessionId: string }>(
    `select id, session_id as "sessionId", side, company, title, names, position, version from forum.company_person
      where id = $1 and removed_at is null for update`,
    [id],
  );
  if (!row) throw delegationsErrors.personNotFound();
  if (row.side !== tx.actor.side) throw commonErrors.forbidden();
  if (row.version !== version) throw commonErrors.staleVersion();
  return row;
}

export async function saveCompanyPerson(tx: Tx, person: CompanyPersonRow, removed: boolean): Promise<void> {
  await tx.query(
    `update forum.company_person set company = $2, title = $3, names = $4, version = version + 1,
            removed_at = case when $5 then forum.now() end where id = $1`,
    [person.id, person.company, person.title, JSON.stringify(person.names), removed],
  );
}
