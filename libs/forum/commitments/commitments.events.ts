import { defineEvent } from '#platform/database';

/** Ids and the version after the change, never text. */
export interface CommitmentChanged {
  readonly commitmentId: string;
  readonly version: number;
}

export interface InstrumentChanged {
  readonly instrumentId: string;
  readonly version: number;
}

export const commitmentStatusChanged = defineEvent<CommitmentChanged>('commitment.statusChanged');
export const commitmentDetailsChanged = defineEvent<CommitmentChanged>('commitment.detailsChanged');
export const instrumentDrafted = defineEvent<InstrumentChanged>('instrument.drafted');
export const instrumentEdited = defineEvent<InstrumentChanged>('instrument.edited');
/** Both sides see it from now on; it waits for the second key. */
export const instrumentProposed = defineEvent<InstrumentChanged>('instrument.proposed');
/** Both keys stand on it: its clauses are promises from now on. */
export const instrumentRecorded = defineEvent<InstrumentChanged>('instrument.recorded');
export const instrumentReturned = defineEvent<InstrumentChanged>('instrument.returned');
export const instrumentWithdrawn = defineEvent<InstrumentChanged>('instrument.withdrawn');
/** A side noted what its own law asks of an arrangement. */
export const instrumentChecked = defineEvent<{ readonly instrumentId: string }>('instrument.checked');
