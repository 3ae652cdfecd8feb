import { historicText, type Actor } from '#core/kernel';
import { BlockAction, ExtendDue, recordActions, ReportDone, UnblockAction } from '#forum/actions';
import { ProposeChange, resumption, SuspendForOwnSide } from '#forum/channels';
import { ArrangeSession, CreateSession, ProposeSession, type Arrangement } from '#forum/sessions';
import { AcceptProposal, openProposalsOf, RefuseProposal } from '#forum/two-key';
import { AddHoliday } from '#forum/working-days';
import { demoActor } from '../actors.js';
import type { TestDatabase } from '../database.js';
import type { Country } from './calendars.js';

const stillOwed = `m.strength like 'joint\\_%' and m.status in ('recorded','assigned','in_progress') and not m.chapeau and not m.illustrative`;

/** What people do during the year, through the product's own actions. */
export class YearWorld {
  private constructor(
    private readonly test: TestDatabase,
    private readonly actors: Readonly<Record<Country, Actor>>,
    readonly channels: readonly string[],
    /** Channels in which something both sides promised is still to be kept: only there is something to look through before a session. */
    readonly promising: ReadonlySet<string>,
  ) {}

  static async open(test: TestDatabase): Promise<YearWorld> {
    const [kr, jp] = await Promise.all([demoActor(test, 'secretariat.kr'), demoActor(test, 'secretariat.jp')]);
    const channels = await test.admin<{ id: string }>(
      `select id from forum.channel where state = 'active' and audience not in ('kr','jp') and not illustrative order by code`,
    );
    const promising = await test.admin<{ id: string }>(
      `select o.channel_id as id from forum.commitment m join forum.session o on o.id = m.session_id where ${stillOwed}
       union select l.channel_id from forum.commitment m join forum.commitment_link l on l.commitment_id = m.id where ${stillOwed} and l.ends_on is null`,
    );
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
    return new YearWorld(test, { kr, jp }, ids(channels), new Set(ids(promising)));
  }

  /** A session both sides agreed on, or one whose date the other side could not accept. */
  async session(channelId: string, start: string, host: Country, agreed: boolean): Promise<string> {
    const { database } = this.test;
    const sessionId = await new CreateSession(database).run(this.actors.kr, { channelId, terms: terms(start, host) });
    const version = await this.versionOf('session', sessionId);
    await new ProposeSession(database).run(this.actors.kr, { sessionId, version, reason: '정례 협의' });
    await this.answer('session', sessionId, agreed);
    return sessionId;
  }

  async move(sessionId: string, start: string, host: Country): Promise<void> {
    const version = await this.versionOf('session', sessionId);
    const input = { sessionId, version, terms: terms(start, host), reason: '국회 일정' };
    await new ArrangeSession(this.test.database).run(this.actors.kr, input);
    await this.answer('session', sessionId, true);
  }

  /** @returns the ids of the items, in the order of what was given */
  record(
    items: readonly { readonly channelId: string; readonly owner: string; readonly due: string }[],
  ): Promise<string[]> {
    return this.test.database.runInTx(this.actors.kr, async (tx) => {
      const posts = await tx.query<{ id: string; code: string }>('select id, code from forum.post');
      const ids: string[] = [];
      for (const [index, { channelId, owner, due }] of items.entries()) {
        const ownerPostId = posts.find(({ code }) => code === owner)?.id ?? '';
        const title = `측정 결과 교환 ${String(index)}`;
        ids.push(...(await recordActions(tx, { channelId, title, lang: 'ko', ownerPostId, due })));
      }
      return ids;
    });
  }

  async report(id: string, side: Country): Promise<void> {
    const evidence = { kind: 'meeting', text: '결과 송부' } as const;
    await new ReportDone(this.test.database).run(this.actors[side], { ...(await this.item(id)), evidence });
  }

  async extend(id: string, side: Country, due: string): Promise<void> {
    await new ExtendDue(this.test.database).run(this.actors[side], {
      ...(await this.item(id)),
      due,
      reason: '장비 점검',
    });
  }

  async block(id: string, side: Country, expectedOn: string): Promise<void> {
    const input = { ...(await this.item(id)), expectedOn, reason: '예산 미확정' };
    await new BlockAction(this.test.database).run(this.actors[side], input);
  }

  async unblock(id: string, side: Country): Promise<void> {
    await new UnblockAction(this.test.database).run(this.actors[side], await this.item(id));
  }

  async suspend(channelId: string): Promise<void> {
    const version = await this.versionOf('channel', channelId);
    await new SuspendForOwnSide(this.test.database).run(this.actors.jp, { channelId, version, lang: 'ja' });
  }

  async resume(channelId: string): Promise<void> {
    await new ProposeChange(this.test.database).run(this.actors.kr, channelId, resumption, { lang: 'ko' });
    await this.answer('channel', channelId, true);
  }

  async freeDay(date: string): Promise<void> {
    await new AddHoliday(this.test.database).run(this.actors.kr, {
      ...{ date, kind: 'temporary', status: 'gazetted', names: { ko: '임시공휴일' }, citation: '국무회의 의결' },
    });
  }

  /** Somebody else holds the post from a day on; the account reads in this language. */
  async handOver(post: string, from: string, email: string, language: string): Promise<void> {
    await this.test.admin(
      `update forum.post_holder set held_to = $2::date - 1 where post_id = (select id from forum.post where code = $1)`,
      [post, from],
    );
    await this.test.admin(
      `with who as (insert into forum.user_account (id, email, side, roles, language)
                    select gen_random_uuid(), $2, p.side, '{official}', $3 from forum.post p where p.code = $1 returning id, side)
       insert into forum.post_holder (id, post_id, side, user_id, held_from)
       select gen_random_uuid(), p.id, p.side, who.id, $4 from forum.post p cross join who where p.code = $1`,
      [post, email, language, from],
    );
  }

  private async answer(subject: 'session' | 'channel', id: string, agreed: boolean): Promise<void> {
    const [open] = await openProposalsOf(this.test.database.reader(this.actors.jp), subject, id);
    const proposalId = open?.id ?? '';
    if (agreed)
      await new AcceptProposal(this.test.database).run(this.actors.jp, { proposalId, hash: open?.hash ?? '' });
    else await new RefuseProposal(this.test.database).run(this.actors.jp, { proposalId, reason: '国会会期中' });
  }

  private async item(id: string): Promise<{ id: string; version: number }> {
    return { id, version: await this.versionOf('action_item', id) };
  }

  private async versionOf(table: string, id: string): Promise<number> {
    const [row] = await this.test.admin<{ version: number }>(`select version from forum.${table} where id = $1`, [id]);
    return row?.version ?? 0;
  }
}

function terms(start: string, host: Country): Arrangement {
  const seoul = historicText({ ko: '서울', ja: 'ソウル', en: 'Seoul' }, 'ko');
  const tokyo = historicText({ ko: '도쿄', ja: '東京', en: 'Tokyo' }, 'ja');
  return {
    startDate: start,
    endDate: null,
    startsAt: `${start}T01:00:00.000Z`,
    endsAt: `${start}T08:00:00.000Z`,
    zone: host === 'kr' ? 'Asia/Seoul' : 'Asia/Tokyo',
    place: host === 'kr' ? seoul : tokyo,
    country: host === 'kr' ? 'KR' : 'JP',
    format: 'in_person',
    level: 'dg',
    hostSide: host,
    marginsOfSessionId: null,
    marginsOfText: null,
    sameHostAgain: true,
  };
}
