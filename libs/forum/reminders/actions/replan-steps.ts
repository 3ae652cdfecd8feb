import type { Tx } from '#platform/database';
import {
  actionKind,
  pollKind,
  reportKind,
  sessionKind,
  translationKind,
  type AffectedKind,
} from '../queries/affected.js';
import { planActions } from './plan-action-reminders.js';
import { planPollReminders } from './plan-poll-reminders.js';
import { planSessionReminders, readPlanningTable } from './plan-session-reminders.js';
import { planSilence } from './plan-silence.js';
import { planTranslationReminders } from './plan-translations.js';

/** One kind of object in a re-plan, in pieces that take well under a second, so that mail that is due does not wait behind them. */
export interface ReplanStep {
  readonly kind: AffectedKind;
  /** How many at once. */
  readonly piece: number;
  readonly plan: (tx: Tx, ids: readonly string[]) => Promise<void>;
}

const each =
  (plan: (tx: Tx, id: string) => Promise<void>) =>
  async (tx: Tx, ids: readonly string[]): Promise<void> => {
    for (const id of ids) await plan(tx, id);
  };

/** In this order; a re-plan keeps the number of the step it is at, so a new kind goes to the end. */
export const replanSteps: readonly ReplanStep[] = [
  {
    kind: sessionKind,
    piece: 25,
    plan: async (tx, ids) => {
      const table = await readPlanningTable(tx);
      for (const id of ids) await planSessionReminders(tx, id, table);
    },
  },
  { kind: actionKind, piece: 1000, plan: planActions },
  { kind: reportKind, piece: 50, plan: each(planSilence) },
  { kind: pollKind, piece: 25, plan: each(planPollReminders) },
  { kind: translationKind, piece: 50, plan: each(planTranslationReminders) },
];
