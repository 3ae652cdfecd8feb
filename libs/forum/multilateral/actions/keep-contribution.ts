import { Injectable } from '@nestjs/common';
import { changedText, commonErrors, givenText, type Actor, type Language, type GivenTexts } from '#core/kernel';
import { instantOf } from '#core/i18n';
import { Database, type Tx } from '#platform/database';
import { closeOpenProposals, contentHash, openProposal, twoKeyErrors, type AcceptedProposal } from '#forum/two-key';
import { webAddress } from '../domain/facts.js';
import { contributionContent, contributionProposal, type ContributionContent } from '../domain/multilateral-content.js';
import { contributionContext, meetingContext, meetingState } from '../domain/multilateral-context.js';
import { multilateralErrors } from '../domain/multilateral.errors.js';
import { contributionLifecycle, meetingLifecycle } from '../domain/multilateral.lifecycle.js';
import {
  isShared,
  type ContributionRow,
  type ContributionState,
  type MeetingDetailRow,
} from '../domain/multilateral.types.js';
import { contributionChanged } from '../multilateral.events.js';
import { lockContribution, lockMeeting } from '../persistence/meetings.repository.js';
import {
  insertContribution,
  moveContribution,
  saveContribution,
  type ContributionFacts,
} from '../persistence/works.repository.js';

/** The organisation's own deadline: day and clock time in its zone. */
export interface ForumDeadline {
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
  /** IANA name, e.g. `Europe/Zurich`. */
  readonly zone: string;
}

interface Given {
  readonly itemId?: string | null | undefined;
  readonly title?: GivenTexts | undefined;
  readonly joint?: boolean | undefined;
  readonly deadline?: ForumDeadline | undefined;
  /** The organisation's document number; an empty one takes it away. */
  readonly symbol?: string | undefined;
  readonly url?: string | undefined;
}

export interface AddContributionInput extends Given {
  readonly meetingId: string;
  readonly lang: Language;
  readonly title: GivenTexts;
  readonly deadline: ForumDeadline;
}

/** Adds a contribution as the own side's. @returns its id. @throws multilateral.notFound, multilateral.itemNotFound, common.notAUrl */
@Injectable()
export class AddContribution {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: AddContributionInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const meeting = await lockMeeting(tx, input.meetingId);
      meetingLifecycle.step(meetingState(meeting), 'add-contribution', meetingContext(meeting, actor));
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      const fresh = { itemId: null, joint: false, symbol: null, url: null, ...instantFacts(input.deadline) };
      const title = givenText(input.title, input.lang, 'title');
      const facts = factsOf(meeting, { ...fresh, title }, { ...input, title: undefined });
      const id = await insertContribution(tx, meeting.id, side, facts);
      await tell(tx, meeting, { id, audience: side }, 'draft');
      return id;
    });
  }
}

export interface ContributionVersion {
  readonly contributionId: string;
  readonly version: number;
}

/**
 * Changes an own contribution until it is submitted. Shared in the name of both it stays that and with its item, and whatever changes ends
 * a proposal to submit it.
 * @throws multilateral.contributionNotFound, multilateral.takesBoth, common.staleVersion, common.notAUrl
 */
@Injectable()
export class EditContribution {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { contributionId, version, ...given }: ContributionVersion & Given): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, contribution, item } = await lockContribution(tx, contributionId, version);
      const state = contributionLifecycle.step(
        contribution.state,
        'edit',
        contributionContext(contribution, meeting, item, actor),
      );
      const facts = factsOf(meeting, contribution, given);
      const ofBoth = isShared(contribution) && contribution.joint;
      if (ofBoth && (!facts.joint || facts.itemId !== contribution.itemId)) throw multilateralErrors.takesBoth();
      await saveContribution(tx, contribution.id, facts);
      if (isShared(contribution)) await closeOpenProposals(tx, 'multilateral_meeting', contribution.id);
      await tell(tx, meeting, contribution, state);
      return meeting.id;
    });
  }
}

/**
 * Shares, submits or withdraws an own contribution.
 * @throws multilateral.meetingNotShared, multilateral.itemNotShared, multilateral.notJoint, multilateral.takesBoth for one in the name of both
 */
@Injectable()
export class MoveContribution {
  constructor(private readonly database: Database) {}

  run(actor: Actor, of: ContributionVersion & { readonly action: 'share' | 'submit' | 'withdraw' }): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, contribution, item } = await lockContribution(tx, of.contributionId, of.version);
      const context = contributionContext(contribution, meeting, item, actor);
      const state = contributionLifecycle.step(contribution.state, of.action, context);
      await moveContribution(tx, contribution, state);
      if (isShared(contribution)) await closeOpenProposals(tx, 'multilateral_meeting', contribution.id);
      await tell(tx, meeting, state === 'shared' ? { ...contribution, audience: 'joint' } : contribution, state);
      return meeting.id;
    });
  }
}

/**
 * Proposes to submit a contribution in the name of both; the other side's key on the same facts does it.
 * @returns the id of the meeting
 * @throws multilateral.notInBothNames, multilateral.notJoint, two-key.alreadyProposed, common.staleVersion
 */
@Injectable()
export class ProposeSubmission {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { contributionId, version }: ContributionVersion): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, contribution, item } = await lockContribution(tx, contributionId, version);
      const context = contributionContext(contribution, meeting, item, actor);
      contributionLifecycle.step(contribution.state, 'propose-submit', context);
      await openProposal(tx, contributionProposal, contributionId, contributionContent(contribution));
      return meeting.id;
    });
  }
}

/** Both keys: submitted. @throws two-key.contentChanged, multilateral.notJoint when a newer position ended the line */
export async function agreeSubmission(
  tx: Tx,
  { subjectId, content }: AcceptedProposal<ContributionContent>,
): Promise<void> {
  const { meeting, contribution, item } = await lockContribution(tx, subjectId);
  if (contentHash(content) !== contentHash(contributionContent(contribution))) throw twoKeyErrors.contentChanged();
  const context = contributionContext(contribution, meeting, item, tx.actor);
  const state = contributionLifecycle.step(contribution.state, 'submit-jointly', context);
  await moveContribution(tx, contribution, state);
  await tell(tx, meeting, contribution, state);
}

const instantFacts = ({ date, time, zone }: ForumDeadline) => ({
  zone,
  dueAt: new Date(instantOf(date, time, zone)).toISOString(),
});

/** What stands, with what is given in its place. @throws multilateral.itemNotFound for an item of another meeting or none to see */
function factsOf(meeting: MeetingDetailRow, now: ContributionFacts, given: Given): ContributionFacts {
  const { itemId = now.itemId, joint = now.joint, symbol, url, title, deadline } = given;
  if (itemId !== null && !meeting.items.some(({ id }) => id === itemId)) throw multilateralErrors.itemNotFound();
  return {
    itemId,
    joint,
    title: title ? changedText(now.title, title) : now.title,
    ...(deadline ? instantFacts(deadline) : { zone: now.zone, dueAt: now.dueAt }),
    symbol: symbol === undefined ? now.symbol : symbol === '' ? null : symbol,
    url: url === undefined ? now.url : url === '' ? null : webAddress(url, 'url'),
  };
}

const tell = (
  tx: Tx,
  meeting: Pick<MeetingDetailRow, 'id'>,
  { id, audience }: Pick<ContributionRow, 'id' | 'audience'>,
  state: ContributionState,
): Promise<void> =>
  tx.publish(
    contributionChanged,
    { meetingId: meeting.id, contributionId: id, state },
    { audience, subjectType: 'multilateral_contribution', subjectId: id },
  );
