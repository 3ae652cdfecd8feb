import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type DomainEvent, type Tx } from '#platform/database';
import { translationContext } from '../domain/translation-context.js';
import { translationLifecycle, type TranslationStep } from '../domain/translation.lifecycle.js';
import type { TranslationEventName, TranslationRequest } from '../domain/translation.types.js';
import { readUnits } from '../queries/units-of-request.js';
import { lockRequest, recordEvent, saveRequest, type RequestChange } from '../persistence/translation.repository.js';
import {
  translationCancelled,
  translationDelivered,
  translationLocked,
  translationStarted,
  type TranslationChanged,
} from '../translation.events.js';

export interface StepInput {
  readonly id: string;
  readonly version: number;
}

interface Step {
  readonly action: TranslationStep;
  readonly name: TranslationEventName;
  readonly event: DomainEvent<TranslationChanged>;
}

/** One move of the lifecycle that writes no text. */
export async function takeStep(
  tx: Tx,
  { id, version }: StepInput,
  { action, name, event }: Step,
  more: (request: TranslationRequest) => RequestChange = () => ({}),
  params: Readonly<Record<string, string>> = {},
): Promise<void> {
  const request = await lockRequest(tx, id, version);
  const units = await readUnits(tx, request);
  const state = translationLifecycle.step(request.state, action, translationContext(request, units, tx.actor));
  const moved = await saveRequest(tx, request, { state, ...more(request) });
  await recordEvent(tx, moved, name, event, params);
}

/**
 * A translator begins; a request that nobody was named for is theirs from now on.
 * @throws translation.notFound, common.staleVersion, common.wrongState, common.forbidden
 */
@Injectable()
export class StartTranslation {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: StepInput): Promise<void> {
    const step = { action: 'start', name: 'started', event: translationStarted } as const;
    await this.database.runInTx(actor, (tx) =>
      takeStep(tx, input, step, (request) => ({
        translatorPostId: request.translatorPostId ?? actor.postIds[0] ?? null,
        translatorUserId: actor.userId,
      })),
    );
  }
}

/**
 * The translator hands the work over to be checked.
 * @throws as StartTranslation, translation.unitsOpen with every text that is missing, outdated or a machine's
 */
@Injectable()
export class DeliverTranslation {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: StepInput): Promise<void> {
    const step = { action: 'deliver', name: 'delivered', event: translationDelivered } as const;
    await this.database.runInTx(actor, (tx) => takeStep(tx, input, step));
  }
}

/** The requesting side closes a checked request; only a changed source opens it again. @throws as DeliverTranslation */
@Injectable()
export class LockTranslation {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: StepInput): Promise<void> {
    const step = { action: 'lock', name: 'locked', event: translationLocked } as const;
    await this.database.runInTx(actor, (tx) => takeStep(tx, input, step));
  }
}

/** The requesting side takes back what it asked for; words that were written stay with their texts. @throws as StartTranslation */
@Injectable()
export class CancelTranslation {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: StepInput): Promise<void> {
    const step = { action: 'cancel', name: 'cancelled', event: translationCancelled } as const;
    await this.database.runInTx(actor, (tx) => takeStep(tx, input, step));
  }
}
