import { Injectable } from '@nestjs/common';
import { LANGUAGES, newText, newId, type Actor, type Language, type LocalizedText, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { closeOpenProposals, openProposal, twoKeyErrors, type AcceptedProposal } from '#forum/two-key';
import { loadCalendar } from '#forum/working-days';
import { changeOf, factsOf, stillHolds, type FactChange } from '../domain/fact-change.js';
import { withInput } from '../domain/issue-facts.js';
import { radioContext } from '../domain/radio-context.js';
import { radioErrors } from '../domain/radio.errors.js';
import { radioLifecycle } from '../domain/radio.lifecycle.js';
import { saveFacts } from '../persistence/issue-facts.repository.js';
import { lockRadioIssue, noteRadioEvent, saveRadioState, touchRadioIssue } from '../persistence/radio.repository.js';
import {
  radioChange,
  radioMeasure,
  radioResolve,
  type MeasureContent,
  type ResolveContent,
} from '../radio-proposals.js';
import type { IssueStepInput } from './report-issue.js';
import type { EditIssueInput } from './write-issue.js';

interface Reasoned {
  /** Read by both sides. */
  readonly reason?: string | undefined;
}

/**
 * Proposes to change what a shared case says; the other side's key makes the change.
 * @returns the id of the proposal
 * @throws radio.nothingChanged, two-key.alreadyProposed, common.wrongState, common.staleVersion and what bands and stations are refused with
 */
@Injectable()
export class ProposeIssueChange {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, version, reason, ...input }: EditIssueInput & Reasoned): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId, version);
      radioLifecycle.step(issue.status, 'change', radioContext(issue, actor));
      const change = changeOf(factsOf(issue), withInput(factsOf(issue), input, issue.today));
      if (Object.keys(change.now).length === 0) throw radioErrors.nothingChanged();
      return openProposal(tx, radioChange, issue.id, change, { reason: reason ?? null });
    });
  }
}

/** Proposes that a case is settled; resolved takes two keys (domain.md 3.10). @returns the id of the proposal */
@Injectable()
export class ProposeResolution {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, version, reason }: IssueStepInput & Reasoned): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId, version);
      radioLifecycle.step(issue.status, 'resolve', radioContext(issue, actor));
      const content = { code: issue.code, title: wordsOf(issue.title), from: issue.status };
      return openProposal(tx, radioResolve, issue.id, content, { reason: reason ?? null });
    });
  }
}

export interface ProposeMeasureInput extends IssueStepInput, Reasoned {
  readonly lang: Language;
  readonly text: string;
  /** Absent is both. */
  readonly actingSide?: Side | undefined;
  readonly dueOn?: string | undefined;
}

/** Proposes what is to be done about a case. @returns the id of the proposal @throws radio.dateInPast, radio.dueNotWorking */
@Injectable()
export class ProposeMeasure {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, version, reason, lang, text, actingSide, dueOn }: ProposeMeasureInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId, version);
      radioLifecycle.step(issue.status, 'agree-measure', radioContext(issue, actor));
      await assertDue(tx, issue.today, dueOn ?? null);
      const content = { lang, text, actingSide: actingSide ?? null, dueOn: dueOn ?? null };
      return openProposal(tx, radioMeasure, issue.id, content, { reason: reason ?? null });
    });
  }
}

/** What the second key on a change does. @throws two-key.contentChanged when the case says something else by now */
export async function makeChange(tx: Tx, { subjectId, content }: AcceptedProposal<FactChange>): Promise<void> {
  const issue = await lockRadioIssue(tx, subjectId);
  radioLifecycle.step(issue.status, 'change', radioContext(issue, tx.actor));
  if (!stillHolds(factsOf(issue), content)) throw twoKeyErrors.contentChanged();
  await saveFacts(tx, issue, { ...factsOf(issue), ...content.now });
  await noteRadioEvent(tx, issue.id, 'changed');
}

/** What the second key on a resolution does. */
export async function makeResolved(tx: Tx, { subjectId, content }: AcceptedProposal<ResolveContent>): Promise<void> {
  const issue = await lockRadioIssue(tx, subjectId);
  if (issue.status !== content.from) throw twoKeyErrors.contentChanged();
  const state = radioLifecycle.step(issue.status, 'carry-resolve', radioContext(issue, tx.actor, true));
  await saveRadioState(tx, issue.id, state);
  await noteRadioEvent(tx, issue.id, 'resolved', { state });
  await closeOpenProposals(tx, 'radio_issue', issue.id);
}

/** What the second key on a measure does; the day may have passed since, or become a holiday. @throws radio.dateInPast, radio.dueNotWorking */
export async function keepMeasure(tx: Tx, { subjectId, content }: AcceptedProposal<MeasureContent>): Promise<void> {
  const issue = await lockRadioIssue(tx, subjectId);
  radioLifecycle.step(issue.status, 'agree-measure', radioContext(issue, tx.actor));
  await assertDue(tx, issue.today, content.dueOn);
  await tx.query(
    `insert into forum.radio_measure (id, radio_issue_id, text, acting_side, due_on, audience) values ($1, $2, $3, $4, $5, 'joint')`,
    [newId(), issue.id, newText(content.lang, content.text), content.actingSide, content.dueOn],
  );
  await touchRadioIssue(tx, issue.id);
  await noteRadioEvent(tx, issue.id, 'measure_agreed');
}

async function assertDue(tx: Tx, today: string, dueOn: string | null): Promise<void> {
  if (dueOn === null) return;
  if (dueOn < today) throw radioErrors.dateInPast();
  const calendar = await loadCalendar(tx);
  if (!calendar.isWorkingDay(dueOn, 'common'))
    throw radioErrors.dueNotWorking({ ...calendar.nearest(dueOn, 'common') });
}

function wordsOf(text: LocalizedText): Partial<Record<Language, string>> {
  return Object.fromEntries(LANGUAGES.flatMap((lang) => (text[lang] ? [[lang, text[lang].text]] : [])));
}
