import { Injectable } from '@nestjs/common';
import { DomainError, type Actor } from '#core/kernel';
import type { EvidenceInput } from '../domain/evidence.js';
import { BlockAction, UnblockAction } from './block-action.js';
import { ConfirmDone } from './confirm-done.js';
import { ExtendDue } from './extend-due.js';
import { ReassignAction } from './reassign-action.js';
import { ReportDone } from './report-done.js';
import { StartAction } from './start-action.js';

/** What may be done to many items at once. */
export const BULK_ACTS = ['start', 'extend', 'reassign', 'report-done', 'confirm', 'block', 'unblock'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

export const BULK_MAX = 200;

export interface BulkInput {
  readonly act: BulkAct;
  readonly items: readonly { readonly id: string; readonly version: number }[];
  readonly due?: string | undefined;
  readonly reason?: string | undefined;
  readonly ownerPostId?: string | undefined;
  readonly expectedOn?: string | undefined;
  readonly evidence?: EvidenceInput | undefined;
}

/** What became of one item; `error` is why it stayed as it was. */
export interface BulkResult {
  readonly id: string;
  readonly error: DomainError | null;
}

/**
 * Does one act to many items, each in a transaction of its own under all its checks: what is refused stays, the rest is done. Each item
 * is named with the version its reader saw, so the same list again changes nothing twice.
 * @returns one result for each item, in the order given; an item named twice is done once
 */
@Injectable()
export class BulkUpdate {
  constructor(
    private readonly startAction: StartAction,
    private readonly extendDue: ExtendDue,
    private readonly reassignAction: ReassignAction,
    private readonly reportDone: ReportDone,
    private readonly confirmDone: ConfirmDone,
    private readonly blockAction: BlockAction,
    private readonly unblockAction: UnblockAction,
  ) {}

  async run(actor: Actor, input: BulkInput): Promise<BulkResult[]> {
    const results: BulkResult[] = [];
    const items = new Map(input.items.map((item) => [item.id, item]));
    for (const item of items.values()) {
      try {
        await this.one(actor, input, item);
        results.push({ id: item.id, error: null });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        results.push({ id: item.id, error });
      }
    }
    return results;
  }

  private one(actor: Actor, input: BulkInput, item: BulkInput['items'][number]): Promise<void> {
    const { due = '', reason, ownerPostId = '', expectedOn = '', evidence } = input;
    switch (input.act) {
      case 'start':
        return this.startAction.run(actor, item);
      case 'extend':
        return this.extendDue.run(actor, { ...item, due, reason });
      case 'reassign':
        return this.reassignAction.run(actor, { ...item, ownerPostId });
      case 'report-done':
        return this.reportDone.run(actor, { ...item, evidence });
      case 'confirm':
        return this.confirmDone.run(actor, item);
      case 'block':
        return this.blockAction.run(actor, { ...item, expectedOn, reason });
      case 'unblock':
        return this.unblockAction.run(actor, item);
    }
  }
}
