import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { companyListChanged } from '../delegations.events.js';
import { isOpenFor } from '../domain/delegation-context.js';
import { delegationsErrors } from '../domain/delegations.errors.js';
import {
  findCompanyPerson,
  insertCompanyPerson,
  saveCompanyPerson,
  type CompanyPersonFields,
} from '../persistence/company-people.repository.js';
import { lockSessionOfList, sideOf } from '../persistence/delegations.repository.js';

/** Puts a person of a company on the own side's separate list (domain.md 3.4). @returns the id */
@Injectable()
export class AddCompanyPerson {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: CompanyPersonFields & { readonly sessionId: string }): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const side = assertSecretariat(actor);
      const session = await lockSessionOfList(tx, input.sessionId);
      if (!isOpenFor(session.state)) throw delegationsErrors.sessionOver();
      const id = await insertCompanyPerson(tx, session, side, input);
      await publish(tx, session.id, side);
      return id;
    });
  }
}

export interface EditCompanyPersonInput extends Partial<CompanyPersonFields> {
  readonly personId: string;
  readonly version: number;
  /** Takes the person off the list. */
  readonly removed?: boolean;
}

/** Changes or takes off a person of the own side's company list. @throws delegations.personNotFound, common.staleVersion */
@Injectable()
export class EditCompanyPerson {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: EditCompanyPersonInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const side = assertSecretariat(actor);
      const person = await findCompanyPerson(tx, input.personId, input.version);
      const session = await lockSessionOfList(tx, person.sessionId);
      if (!isOpenFor(session.state)) throw delegationsErrors.sessionOver();
      const fields = {
        company: input.company ?? person.company,
        title: input.title ?? person.title,
        names: input.names ?? person.names,
      };
      await saveCompanyPerson(tx, { ...person, ...fields }, input.removed ?? false);
      await publish(tx, session.id, side);
      return session.id;
    });
  }
}

function assertSecretariat(actor: Actor): Side {
  if (!actor.roles.includes('secretariat')) throw commonErrors.forbidden();
  return sideOf(actor);
}

/** Told to the own side only: whether the list is shared yet is for the rows to say. */
async function publish(tx: Tx, sessionId: string, side: Side): Promise<void> {
  await tx.publish(
    companyListChanged,
    { sessionId, side },
    {
      audience: side,
      subjectType: 'session',
      subjectId: sessionId,
    },
  );
}
