import { Injectable } from '@nestjs/common';
import { commonErrors, DomainError, type Actor, type FieldFault } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { areasSharing, type Area } from '../domain/areas.js';
import { bandsOverlap, type Band } from '../domain/frequency.js';
import { radioContext } from '../domain/radio-context.js';
import { radioErrors } from '../domain/radio.errors.js';
import { radioLifecycle } from '../domain/radio.lifecycle.js';
import type { BandRow, RadioIssueDetailRow } from '../domain/radio-issue.types.js';
import type { RadioEventKind } from '../domain/radio.types.js';
import { readBand, type ReadBand } from '../domain/read-band.js';
import { lockRadioIssue, noteRadioEvent, saveRadioState } from '../persistence/radio.repository.js';
import { radioResolve } from '../radio-proposals.js';
import type { IssueStepInput } from './report-issue.js';

/** Steps that need nothing but a word, and what the history says of each. */
export const RADIO_STEPS = {
  acknowledge: 'acknowledged',
  'start-measurement': 'measuring',
  'start-coordination': 'coordinating',
  mitigate: 'mitigated',
  monitor: 'monitoring',
  'return-to-coordination': 'returned',
} as const satisfies Record<string, RadioEventKind>;
export type RadioStep = keyof typeof RADIO_STEPS;

/** Takes one step of a case. @throws radio.notFound, common.wrongState, common.staleVersion, common.forbidden, or what its guard says */
@Injectable()
export class StepIssue {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, version, step }: IssueStepInput & { readonly step: RadioStep }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId, version);
      const state = radioLifecycle.step(issue.status, step, radioContext(issue, actor));
      await saveRadioState(tx, issue.id, state);
      await noteRadioEvent(tx, issue.id, RADIO_STEPS[step], { state });
      // A resolution was proposed of the state the case was in.
      await closeOpenProposals(tx, 'radio_issue', issue.id, radioResolve.kind);
    });
  }
}

export interface ReopenIssueInput extends IssueStepInput {
  /** What is heard now; empty only where the case itself names none. */
  readonly bands: readonly { readonly text: string }[];
  /** Where it is heard now; empty only where the case itself names no place. */
  readonly areas: readonly Area[];
}

/**
 * Takes a resolved case up again because its band and area returned within 24 months (domain.md 3.10); the other side acknowledges anew.
 * @throws radio.reopeningOver, common.required for a band or an area not said, radio.notTheSame when they are others, radio.notABand and the like
 */
@Injectable()
export class ReopenIssue {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ReopenIssueInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, input.issueId, input.version);
      const state = radioLifecycle.step(issue.status, 'reopen', radioContext(issue, actor));
      assertSame(issue, input);
      await reportAgain(tx, issue, state, 'reopened');
    });
  }
}

/** Takes up a case of the record that was never followed to its end; the other side acknowledges. @throws common.wrongState */
@Injectable()
export class TakeUpIssue {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, version }: IssueStepInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId, version);
      const state = radioLifecycle.step(issue.status, 'take-up', radioContext(issue, actor));
      await reportAgain(tx, issue, state, 'taken_up');
    });
  }
}

/** What both sides agreed before stays in the history; it opens no step of the new course. */
async function reportAgain(
  tx: Tx,
  issue: RadioIssueDetailRow,
  state: RadioIssueDetailRow['status'],
  kind: 'reopened' | 'taken_up',
): Promise<void> {
  await tx.query(
    `update forum.radio_issue set reported_side = $2, reported_at = forum.now(), acknowledged_at = null, resolved_at = null,
            next_check = case when $3 then null else next_check end where id = $1`,
    [issue.id, tx.actor.side, kind === 'reopened'],
  );
  await saveRadioState(tx, issue.id, state);
  await noteRadioEvent(tx, issue.id, kind, { state });
  await closeOpenProposals(tx, 'radio_issue', issue.id);
}

function assertSame(issue: RadioIssueDetailRow, { bands, areas }: ReopenIssueInput): void {
  const heard = bands.map(({ text }) => readBand(text));
  const fault = heard.find((band) => band instanceof DomainError);
  if (fault) throw fault;
  const missing = [
    ...(bands.length === 0 && issue.bands.length > 0 ? ['bands'] : []),
    ...(areas.length === 0 && issue.areas.length > 0 ? ['areas'] : []),
  ];
  if (missing.length > 0)
    throw commonErrors.required(
      {},
      missing.map((path): FieldFault => ({ path, code: commonErrors.required.code })),
    );
  const read = heard.filter((band): band is ReadBand => !(band instanceof DomainError));
  const sameBand = read.some((band) => issue.bands.some((known) => bandsMeet(known, band)));
  const near = areasSharing(areas);
  const sameArea = issue.areas.some((area) => near.includes(area));
  if ((issue.bands.length > 0 && !sameBand) || (issue.areas.length > 0 && !sameArea)) throw radioErrors.notTheSame();
}

/** As an overlap; a nominal frequency meets the band it lies in, and itself. */
function bandsMeet(known: BandRow, heard: ReadBand): boolean {
  const [one, other] = [inHertz(known), inHertz(heard)];
  if (bandsOverlap(one, other)) return true;
  const lies = (point: Band, band: Band): boolean =>
    point.nominalHz !== null && band.lowHz !== null && band.highHz !== null
      ? band.lowHz <= point.nominalHz && point.nominalHz < band.highHz
      : false;
  const same = one.nominalHz !== null && one.nominalHz === other.nominalHz;
  return same || lies(one, other) || lies(other, one);
}

const big = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
const inHertz = ({ nominalHz, lowHz, highHz }: ReadBand): Band => ({
  nominalHz: big(nominalHz),
  lowHz: big(lowHz),
  highHz: big(highHz),
});
