import { Injectable } from '@nestjs/common';
import { editText, translateText, type Actor, type Language } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { decisionContext, decisionLifecycle, type DecisionState } from '../domain/decision.lifecycle.js';
import type { DecisionRow, LiveEventKind } from '../domain/live.types.js';
import { lockDecision, saveDecision } from '../persistence/decisions.repository.js';
import { happened } from '../persistence/live.repository.js';

export interface DecisionVersion {
  readonly decisionId: string;
  readonly version: number;
}

/**
 * Puts a decision in other words, or says it in another language; either way it waits for the other side again once it was accepted. Who
 * has no side writes for the one whose words stand.
 * @returns the id of its session
 * @throws live.decisionNotFound, live.wordsOver, common.staleVersion, common.wrongState, common.forbidden
 */
@Injectable()
export class RewordDecision {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: DecisionVersion & { readonly lang: Language; readonly text: string }): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { run, decision } = await lockDecision(tx, input.decisionId, input.version);
      const context = decisionContext(decision, run.sessionState, actor);
      if (input.lang === decision.text.source) {
        const state = decisionLifecycle.step(decision.state, 'reword', context);
        const text = editText(decision.text, input.lang, input.text);
        if (text === decision.text) return run.sessionId;
        await save(tx, { ...decision, text, state, wordedSide: actor.side ?? decision.wordedSide }, 'decision_changed');
      } else {
        const state = decisionLifecycle.step(decision.state, 'translate', context);
        if (decision.text[input.lang]?.text === input.text) return run.sessionId;
        const text = translateText(decision.text, input.lang, input.text, 'draft');
        const wordedSide = (decision.state === 'accepted' ? actor.side : null) ?? decision.wordedSide;
        await save(tx, { ...decision, text, state, wordedSide }, 'decision_changed');
      }
      return run.sessionId;
    });
  }
}

/**
 * Accepts the words the other side wrote (`accept`), or takes an own decision back (`withdraw`).
 * @returns the id of its session
 * @throws live.decisionNotFound, live.ownWords, live.wordsOver, common.staleVersion, common.wrongState, common.forbidden
 */
@Injectable()
export class SettleDecision {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: DecisionVersion & { readonly how: 'accept' | 'withdraw' }): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { run, decision } = await lockDecision(tx, input.decisionId, input.version);
      const context = decisionContext(decision, run.sessionState, actor);
      const state: DecisionState = decisionLifecycle.step(decision.state, input.how, context);
      await save(tx, { ...decision, state }, input.how === 'accept' ? 'decision_accepted' : 'decision_withdrawn');
      return run.sessionId;
    });
  }
}

async function save(tx: Tx, decision: DecisionRow, kind: LiveEventKind): Promise<void> {
  await saveDecision(tx, decision);
  await happened(tx, decision.sessionId, kind, { subjectId: decision.id });
}
