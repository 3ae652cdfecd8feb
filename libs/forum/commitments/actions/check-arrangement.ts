import { Injectable } from '@nestjs/common';
import { cleanText, commonErrors, newId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { instrumentChecked } from '../commitments.events.js';
import { commitmentsErrors } from '../domain/commitments.errors.js';
import { webAddress } from '../domain/evidence.js';
import { checkOffer } from '../domain/instrument.lifecycle.js';

export const CHECK_NOTE_MAX = 1000;

export interface CheckInput {
  readonly id: string;
  readonly makesNoRights: boolean;
  readonly makesNoBudget: boolean;
  readonly makesNoExemption: boolean;
  /** Day of the consultation with the own foreign ministry, `YYYY-MM-DD`. */
  readonly consultedOn?: string | null | undefined;
  readonly postedOn?: string | null | undefined;
  readonly postingUrl?: string | null | undefined;
  readonly note?: string | undefined;
}

/**
 * Notes what Korean law asks of an arrangement between agencies: no international rights, no new budget duty, no exemption, prior
 * consultation, and posting within 10 days (domain.md 3.8, 4). The Korean side's own matter.
 * @throws commitments.instrumentNotFound, commitments.noSuchCheck, common.forbidden, commitments.evidenceLinkBad
 */
@Injectable()
export class CheckArrangement {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: CheckInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const [found] = await tx.query<{ kind: string }>('select kind from forum.instrument where id = $1', [input.id]);
      if (!found) throw commitmentsErrors.instrumentNotFound();
      const { side } = actor;
      if (side === null || !checkOffer(actor).allowed) throw commonErrors.forbidden();
      if (found.kind !== 'agency_arrangement') throw commitmentsErrors.noSuchCheck();
      const { makesNoRights, makesNoBudget, makesNoExemption, consultedOn = null, postedOn = null } = input;
      const address = (input.postingUrl ?? '').trim();
      const url = address === '' ? null : webAddress(address, 'postingUrl');
      const note = cleanText(input.note ?? '', { max: CHECK_NOTE_MAX, multiline: true, optional: true }) || null;
      await tx.query(
        `insert into forum.instrument_check (id, instrument_id, side, makes_no_rights, makes_no_budget, makes_no_exemption, consulted_on, posted_on,
                                             posting_url, note, audience)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $3)
         on conflict on constraint uq_instrument_check_instrument_id_side do update
            set makes_no_rights = excluded.makes_no_rights, makes_no_budget = excluded.makes_no_budget,
                makes_no_exemption = excluded.makes_no_exemption, consulted_on = excluded.consulted_on, posted_on = excluded.posted_on,
                posting_url = excluded.posting_url, note = excluded.note, updated_at = forum.now()`,
        [newId(), input.id, side, makesNoRights, makesNoBudget, makesNoExemption, consultedOn, postedOn, url, note],
      );
      const about = { audience: side, subjectType: 'instrument', subjectId: input.id };
      await tx.publish(instrumentChecked, { instrumentId: input.id }, about);
    });
  }
}
