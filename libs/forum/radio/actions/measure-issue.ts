import { Injectable } from '@nestjs/common';
import {
  commonErrors,
  DomainError,
  editText,
  newId,
  newText,
  textAsShared,
  type Actor,
  type Language,
  type LocalizedText,
} from '#core/kernel';
import { Database } from '#platform/database';
import type { Area } from '../domain/areas.js';
import { leadsRadio, radioContext, unfitToShow } from '../domain/radio-context.js';
import { radioErrors } from '../domain/radio.errors.js';
import { radioLifecycle } from '../domain/radio.lifecycle.js';
import type { MeasurementRow } from '../domain/radio-evidence.types.js';
import type { RadioIssueDetailRow } from '../domain/radio-issue.types.js';
import { readBand } from '../domain/read-band.js';
import {
  aboutRadio,
  isShared,
  lockRadioIssue,
  noteRadioEvent,
  touchRadioIssue,
} from '../persistence/radio.repository.js';
import { radioNoted } from '../radio.events.js';

export interface MeasurementInput {
  readonly issueId: string;
  readonly lang: Language;
  /** `YYYY-MM-DD`, not in the future. */
  readonly measuredOn: string;
  readonly area?: Area | undefined;
  readonly place?: string | undefined;
  /** As written, e.g. `812.5 MHz`. */
  readonly frequency?: string | undefined;
  readonly bandwidth?: string | undefined;
  /** dBµV/m. */
  readonly strength: number;
  readonly method?: string | undefined;
}

/**
 * Writes a measurement of the own side; its own until it is exchanged.
 * @returns the id of the measurement
 * @throws radio.notFound, radio.dateInFuture, radio.notABand and the like for a frequency, common.wrongState, common.forbidden
 */
@Injectable()
export class AddMeasurement {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: MeasurementInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, input.issueId);
      radioLifecycle.step(issue.status, 'measure', radioContext(issue, actor));
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      const id = newId();
      await tx.query(
        `insert into forum.radio_measurement (id, radio_issue_id, side, measured_on, area, place, frequency_hz, bandwidth_hz, strength_tenths, method, audience)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $3)`,
        [id, issue.id, side, ...valuesOf(issue, input, null)],
      );
      await tx.publish(radioNoted, { radioIssueId: issue.id }, aboutRadio(issue, side));
      return id;
    });
  }
}

export interface OfMeasurement {
  readonly issueId: string;
  readonly measurementId: string;
  readonly version: number;
}

/** Writes an own measurement anew, before it is exchanged. @throws radio.measurementNotFound, radio.alreadyExchanged, common.staleVersion */
@Injectable()
export class EditMeasurement {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: OfMeasurement & MeasurementInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, input.issueId);
      radioLifecycle.step(issue.status, 'measure', radioContext(issue, actor));
      const row = ownMeasurement(issue, input, actor);
      await tx.query(
        `update forum.radio_measurement set measured_on = $2, area = $3, place = $4, frequency_hz = $5, bandwidth_hz = $6, strength_tenths = $7,
                method = $8, version = version + 1 where id = $1`,
        [row.id, ...valuesOf(issue, input, row)],
      );
      await tx.publish(radioNoted, { radioIssueId: issue.id }, aboutRadio(issue, row.side));
    });
  }
}

/** Takes an own measurement away, before it is exchanged. @throws radio.measurementNotFound, radio.alreadyExchanged, common.staleVersion */
@Injectable()
export class RemoveMeasurement {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: OfMeasurement): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, input.issueId);
      radioLifecycle.step(issue.status, 'measure', radioContext(issue, actor));
      const row = ownMeasurement(issue, input, actor);
      await tx.query('update forum.radio_measurement set removed_at = forum.now() where id = $1', [row.id]);
      await tx.publish(radioNoted, { radioIssueId: issue.id }, aboutRadio(issue, row.side));
    });
  }
}

/** Shows an own measurement to the other side. @throws radio.notReported, radio.machineText, agenda.textStale, common.forbidden for who may not exchange */
@Injectable()
export class ExchangeMeasurement {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: OfMeasurement): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, input.issueId);
      radioLifecycle.step(issue.status, 'measure', radioContext(issue, actor));
      const row = ownMeasurement(issue, input, actor);
      if (!leadsRadio(actor)) throw commonErrors.forbidden();
      if (!isShared(issue)) throw radioErrors.notReported();
      const unfit = unfitToShow([row.place, row.method]);
      if (unfit) throw unfit;
      await tx.query(
        `update forum.radio_measurement set audience = 'joint', exchanged_at = forum.now(), place = $2, method = $3,
                version = (version / 1000 + 1) * 1000 where id = $1`,
        [row.id, row.place && textAsShared(row.place), row.method && textAsShared(row.method)],
      );
      await touchRadioIssue(tx, issue.id);
      await noteRadioEvent(tx, issue.id, 'measurement_exchanged');
    });
  }
}

function ownMeasurement(
  issue: RadioIssueDetailRow,
  { measurementId, version }: OfMeasurement,
  actor: Actor,
): MeasurementRow {
  const row = issue.measurements.find((one) => one.id === measurementId);
  if (row === undefined) throw radioErrors.measurementNotFound();
  if (row.side !== actor.side) throw commonErrors.forbidden();
  if (row.exchangedAt !== null) throw radioErrors.alreadyExchanged();
  if (row.version !== version) throw commonErrors.staleVersion();
  return row;
}

/** In the order of the columns: day, area, place, frequency, bandwidth, strength, method. */
function valuesOf(issue: RadioIssueDetailRow, input: MeasurementInput, row: MeasurementRow | null): unknown[] {
  if (input.measuredOn > issue.today) throw radioErrors.dateInFuture();
  return [
    input.measuredOn,
    input.area ?? null,
    worded(row?.place ?? null, input.lang, input.place),
    hertzOf(input.frequency, 'frequency'),
    hertzOf(input.bandwidth, 'bandwidth'),
    Math.round(input.strength * 10),
    worded(row?.method ?? null, input.lang, input.method),
  ];
}

function worded(now: LocalizedText | null, lang: Language, text: string | undefined): LocalizedText | null {
  if (text === undefined || text === '') return null;
  return now ? editText(now, lang, text) : newText(lang, text);
}

function hertzOf(text: string | undefined, path: string): string | null {
  if (text === undefined || text === '') return null;
  const read = readBand(text);
  const fault = read instanceof DomainError ? read : read.nominalHz === null ? radioErrors.notABand({ text }) : null;
  if (fault)
    throw new DomainError(fault.code, fault.status, fault.params, [{ path, code: fault.code, params: fault.params }]);
  return read instanceof DomainError ? null : read.nominalHz;
}
