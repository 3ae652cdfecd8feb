import { historicText, LANGUAGES, newId, type Language, type Side } from '#core/kernel';
import { planActions } from '#forum/reminders';
import { workerActor } from '../../support/actors.js';
import type { TestDatabase } from '../../support/database.js';
import { saveSession } from '../../support/factories/action-items.js';
import { titleOf, type Expected } from './expected.js';

/** A Tuesday on which both sides work, and so is the one a week later. */
export const today = '2027-06-15';
const nextWeek = '2027-06-22';
/** 09:30 in Seoul and in Tokyo: from then on mail may leave. */
export const opening = `${today}T00:30:00Z`;
const before = `${today}T00:00:00Z`;

/** Readers of both sides in all three languages. */
const readers = 240;
/** How many of a hundred reminders are for a date that is still to come: a reader's ten of them share the mail of the day. */
const gathered = 10;

/**
 * Posts with holders, and so many action items of theirs that are due today (a mail each) or in a week (the mail of the day), planned
 * by the product for 09:30. Each item also plans what comes later: nothing of that may leave.
 */
export async function populate(test: TestDatabase, count: number): Promise<Expected[]> {
  await test.setClock(before);
  const { id: sessionId, channelId } = await saveSession(test, { startDate: '2027-05-20' });
  const people = await savePeople(test);
  const expected: Expected[] = [];
  const items: object[] = [];
  const digests = Math.floor((count * gathered) / 100);
  for (let index = 0; index < count; index += 1) {
    const inDigest = index < digests;
    const person = people[inDigest ? Math.floor(index / 10) % people.length : index % people.length];
    if (!person) continue;
    const token = `S${String(index).padStart(6, '0')}`;
    const id = newId();
    const title = historicText(
      { ko: titleOf(token, 'ko'), ja: titleOf(token, 'ja'), en: titleOf(token, 'en') },
      LANGUAGES[index % 3] ?? 'ko',
    );
    items.push({
      id,
      number: `N-${String(index)}`,
      sequence: index + 1,
      title,
      side: person.side,
      post: person.postId,
      due: inDigest ? nextWeek : today,
    });
    expected.push({ token, actionId: id, language: person.language, side: person.side, address: person.address });
  }
  await test.admin(
    `insert into forum.action_item (id, number, series, sequence, session_id, channel_id, title, owner_side, owner_post_id, due, state, joint, audience)
     select i.id, i.number, 'STORM', i.sequence, $2, $3, i.title, i.side, i.post, i.due, 'open', false, 'joint'
       from jsonb_to_recordset($1::jsonb) as i(id uuid, number text, sequence integer, title jsonb, side text, post uuid, due date)`,
    [JSON.stringify(items), sessionId, channelId],
  );
  await test.database.runInTx(workerActor, (tx) =>
    planActions(
      tx,
      expected.map(({ actionId }) => actionId),
    ),
  );
  return expected;
}

interface Person {
  readonly postId: string;
  readonly side: Side;
  readonly language: Language;
  readonly address: string;
}

async function savePeople(test: TestDatabase): Promise<Person[]> {
  const people = Array.from({ length: readers }, (_, index): Person & { userId: string; holderId: string } => {
    const side: Side = index % 2 === 0 ? 'kr' : 'jp';
    return {
      postId: newId(),
      userId: newId(),
      holderId: newId(),
      side,
      language: LANGUAGES[Math.floor(index / 2) % 3] ?? 'en',
      address: `storm-${String(index)}@${side}.example`,
    };
  });
  await test.admin(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as p("postId" uuid, "userId" uuid, "holderId" uuid, side text, language text, address text)),
     posts as (insert into forum.post (id, code, body_id, side, title, rank)
       select g."postId", 'STORM-' || g.address, b.id, g.side, jsonb_build_object('source', 'en', 'revision', 1, 'en', jsonb_build_object('text', 'Desk ' || g.address, 'of', 1, 'status', 'checked')), 50
         from given g join forum.body b on b.code = case g.side when 'kr' then 'KR-MSIT' else 'JP-MIC' end),
     users as (insert into forum.user_account (id, email, side, roles, language)
       select "userId", address, side, '{official}', language from given)
     insert into forum.post_holder (id, post_id, side, user_id) select "holderId", "postId", side, "userId" from given`,
    [JSON.stringify(people)],
  );
  return people;
}
