import { newId, textAsShared, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { ContributionRow, ContributionState, SupportRow, SupportState } from '../domain/multilateral.types.js';
import { sharedVersion } from './meetings.repository.js';

export type ContributionFacts = Pick<
  ContributionRow,
  'itemId' | 'title' | 'joint' | 'zone' | 'dueAt' | 'symbol' | 'url'
>;

/** Stores a contribution that only its own side sees; gives its id. */
export async function insertContribution(
  tx: Tx,
  meetingId: string,
  side: Side,
  facts: ContributionFacts,
): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.multilateral_contribution (id, meeting_id, origin_side, audience, item_id, title, joint, zone, due_at, symbol, url)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, meetingId, side, facts.itemId, facts.title, facts.joint, facts.zone, facts.dueAt, facts.symbol, facts.url],
  );
  return id;
}

export async function saveContribution(tx: Tx, id: string, facts: ContributionFacts): Promise<void> {
  await tx.query(
    `update forum.multilateral_contribution set item_id = $2, title = $3, joint = $4, zone = $5, due_at = $6, symbol = $7, url = $8,
            version = version + 1, updated_at = forum.now() where id = $1`,
    [id, facts.itemId, facts.title, facts.joint, facts.zone, facts.dueAt, facts.symbol, facts.url],
  );
}

/** Moves a contribution into a state; shared, both sides see it. */
export async function moveContribution(
  tx: Tx,
  { id, title }: Pick<ContributionRow, 'id' | 'title'>,
  state: ContributionState,
): Promise<void> {
  await tx.query(
    `update forum.multilateral_contribution set state = $2, title = $3, audience = case when $2 = 'shared' then 'joint' else audience end,
            submitted_at = case when $2 = 'submitted' then forum.now() end,
            version = case when $2 = 'shared' then ${sharedVersion} else version + 1 end, updated_at = forum.now() where id = $1`,
    [id, state, state === 'shared' ? textAsShared(title) : title],
  );
}

export type SupportFacts = Pick<SupportRow, 'office' | 'candidate' | 'note'>;

/** Stores a request that only its own side sees; gives its id. */
export async function insertSupport(tx: Tx, meetingId: string, side: Side, facts: SupportFacts): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.multilateral_support (id, meeting_id, origin_side, audience, office, candidate, note) values ($1, $2, $3, $3, $4, $5, $6)`,
    [id, meetingId, side, facts.office, facts.candidate, facts.note],
  );
  return id;
}

export async function saveSupport(tx: Tx, id: string, facts: SupportFacts): Promise<void> {
  await tx.query(
    `update forum.multilateral_support set office = $2, candidate = $3, note = $4, version = version + 1, updated_at = forum.now() where id = $1`,
    [id, facts.office, facts.candidate, facts.note],
  );
}

/** Moves a request into a state: asked, the other side sees it; answered, with what was said. */
export async function moveSupport(
  tx: Tx,
  { id, office, note }: Pick<SupportRow, 'id' | 'office' | 'note'>,
  state: SupportState,
  answer: LocalizedText | null = null,
): Promise<void> {
  const asShown = (text: LocalizedText) => (state === 'asked' ? textAsShared(text) : text);
  await tx.query(
    `update forum.multilateral_support set state = $2, office = $4, note = $5, audience = case when $2 = 'asked' then 'joint' else audience end, answer = $3,
            answered_at = case when $2 in ('supported','declined') then forum.now() end,
            version = case when $2 = 'asked' then ${sharedVersion} else version + 1 end, updated_at = forum.now() where id = $1`,
    [id, state, answer, asShown(office), note && asShown(note)],
  );
}
