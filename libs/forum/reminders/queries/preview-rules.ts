import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';
import type { RuleBook } from '#forum/reminder-rules';
import { sessionTitle } from '#forum/sessions';
import { loadCalendar, type WorkingCalendar } from '#forum/working-days';
import { actionDays, type ActionDay } from '../domain/action-days.js';
import { actionPosts, type ActionOwner } from '../domain/action-readers.js';
import { actionItemRule } from '../domain/rules.js';
import { compareMessages, type PreviewMessage, type ToldRow } from '../domain/rule-preview.js';
import { planSession, type SessionReaders } from '../domain/session-plan.js';
import { sessionsOfChannel } from './affected.js';
import { readSessionMatters } from './session-matters.js';

/** What a message is about, as the reader's side names it. */
export interface PreviewSubject {
  readonly title: LocalizedText;
  readonly number: string | null;
  readonly path: string;
}

export interface RulesPreview {
  readonly messages: readonly PreviewMessage[];
  readonly posts: ReadonlyMap<string, PostRow>;
  readonly subjects: ReadonlyMap<string, PreviewSubject>;
}

type Unheld = Omit<ToldRow, 'holder'>;
type Told = (rules: RuleBook) => Unheld[];

/**
 * What the living sessions and open action items of a channel would tell from now on under two sets of rules, with what is due already and
 * waits to leave. Reckoned by the functions
 * that plan, from what the reader's own role may see; nothing is written.
 */
export async function previewRules(
  reader: Reader,
  side: Side,
  channelId: string,
  { before, after }: { readonly before: RuleBook; readonly after: RuleBook },
): Promise<RulesPreview> {
  const readers = await readReaders(reader);
  const subjects = new Map<string, PreviewSubject>();
  const tellers = [
    ...(await sessionTellers(reader, side, { channelId, books: [before, after] }, readers, subjects)),
    ...(await actionTellers(reader, channelId, readers, subjects)),
  ];
  const [clock] = await reader.query<{ now: Date }>('select forum.now() as now');
  const now = clock?.now.toISOString() ?? '';
  const waiting = await readWaiting(reader, [...subjects.keys()]);
  const ahead = (rules: RuleBook): Unheld[] =>
    tellers.flatMap((tell) => tell(rules)).filter((row) => row.dueAt > now || waiting.has(keyOf(row)));
  const rows = { before: ahead(before), after: ahead(after) };
  const posts = await readPosts(reader, [...rows.before, ...rows.after]);
  const held = (row: Unheld): ToldRow => ({ ...row, holder: posts.get(row.postId)?.holder ?? row.postId });
  return {
    messages: compareMessages(rows.before.map(held), rows.after.map(held)),
    posts: new Map([...posts].map(([id, { post }]) => [id, post])),
    subjects,
  };
}

type Key = Pick<ToldRow, 'subjectId' | 'rule' | 'offsetDays' | 'ruleDate' | 'postId'>;
const keyOf = ({ subjectId, rule, offsetDays, ruleDate, postId }: Key): string =>
  [subjectId, rule, offsetDays, ruleDate, postId].join(' ');

/** What is due and has not left yet, as far as the reader may know: planning keeps it as long as the rules still tell of it. */
async function readWaiting(reader: Reader, subjectIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader.query<Key>(
    `select r.subject_id as "subjectId", r.rule, r.offset_days as "offsetDays", r.rule_date as "ruleDate", r.recipient_post_id as "postId"
       from forum.reminder r
      where r.subject_type in ('session','action_item') and r.subject_id = any ($1::uuid[]) and r.state in ('planned','queued')
        and r.due_at <= forum.now()`,
    [subjectIds],
  );
  return new Set(rows.map(keyOf));
}

async function readReaders(reader: Reader): Promise<SessionReaders> {
  const posts = await reader.query<{ kind: 'secretariat' | 'head'; postId: string; side: Side }>(
    `select 'secretariat' as kind, post_id as "postId", side from forum.secretariat_posts()
      union all select 'head', post_id, side from forum.head_posts()`,
  );
  return {
    calendar: await loadCalendar(reader),
    secretariats: posts.filter(({ kind }) => kind === 'secretariat'),
    heads: posts.filter(({ kind }) => kind === 'head'),
  };
}

async function sessionTellers(
  reader: Reader,
  side: Side,
  { channelId, books }: { readonly channelId: string; readonly books: readonly RuleBook[] },
  readers: SessionReaders,
  subjects: Map<string, PreviewSubject>,
): Promise<Told[]> {
  const tellers: Told[] = [];
  for (const subjectId of await sessionsOfChannel(reader, channelId, books)) {
    const matters = await readSessionMatters(reader, side, subjectId);
    if (!matters) continue;
    subjects.set(subjectId, { title: sessionTitle(matters.ref, side), number: null, path: `/sessions/${subjectId}` });
    tellers.push((rules) =>
      planSession(matters, rules, readers).flatMap(({ rule, rows }) =>
        rows.map((row) => ({ ...row, subjectType: 'session', subjectId, rule })),
      ),
    );
  }
  return tellers;
}

interface ActionRow extends ActionOwner {
  readonly id: string;
  readonly number: string;
  readonly title: LocalizedText;
  readonly due: string;
}

async function actionTellers(
  reader: Reader,
  channelId: string,
  readers: SessionReaders,
  subjects: Map<string, PreviewSubject>,
): Promise<Told[]> {
  const items = await reader.query<ActionRow>(
    `select i.id, i.number, i.title, i.due, i.owner_side as "ownerSide", i.owner_post_id as "ownerPostId",
            above.id as "aboveId", i.audience in ('kr','jp') as internal
       from forum.action_item i
       join forum.channel c on c.id = i.channel_id and c.state <> 'suspended'
       join forum.post o on o.id = i.owner_post_id
       left join forum.post above on above.id = o.superior_id and above.side = i.owner_side and above.id <> o.id
      where i.channel_id = $1 and i.state in ('open','in_progress') and not i.illustrative order by i.due, i.id`,
    [channelId],
  );
  for (const { id, title, number } of items) subjects.set(id, { title, number, path: `/actions/${id}` });
  return [
    (rules) => {
      const daysOf = daysByShape(rules, readers.calendar);
      return items.flatMap((item) => rowsOfAction(item, daysOf(item), readers));
    },
  ];
}

/** The days of items under one set of rules, reckoned once for all that are due alike. */
function daysByShape(rules: RuleBook, calendar: WorkingCalendar) {
  const known = new Map<string, readonly ActionDay[]>();
  return ({ due, ownerSide }: Pick<ActionRow, 'due' | 'ownerSide'>): readonly ActionDay[] => {
    const key = `${due} ${ownerSide}`;
    const days =
      known.get(key) ?? actionDays({ due, ownerSide, channelId: null }, rules.get(actionItemRule.code), calendar);
    known.set(key, days);
    return days;
  };
}

function rowsOfAction(item: ActionRow, days: readonly ActionDay[], readers: SessionReaders): Unheld[] {
  return actionPosts(item, days, readers).map(({ day, post }) => ({
    subjectType: 'action_item',
    subjectId: item.id,
    rule: day.rule,
    offsetDays: day.offset_days,
    ruleDate: item.due,
    postId: post.postId,
    side: post.side,
    dueAt: day.due_at,
    delivery: day.delivery,
  }));
}

interface HeldPost {
  readonly post: PostRow;
  readonly holder: string | null;
}

async function readPosts(reader: Reader, rows: readonly Unheld[]): Promise<Map<string, HeldPost>> {
  const found = await reader.query<HeldPost & { id: string }>(
    `select o.id, ${postAsJson('o.id')} as post,
            (select h.user_id from forum.post_holder h
              where h.post_id = o.id and (h.held_from is null or h.held_from <= forum.today(forum.zone_of(o.side)))
                and (h.held_to is null or h.held_to >= forum.today(forum.zone_of(o.side)))
              order by h.held_from desc nulls last, h.id limit 1) as holder
       from forum.post o where o.id = any ($1::uuid[])`,
    [[...new Set(rows.map(({ postId }) => postId))]],
  );
  return new Map(found.map(({ id, post, holder }) => [id, { post, holder }]));
}
