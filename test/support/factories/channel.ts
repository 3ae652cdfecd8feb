import { historicText, newId } from '#core/kernel';
import type { TestDatabase } from '../database.js';

export interface ChannelFixture {
  readonly state: string;
  readonly level: string;
  readonly audience: string;
  readonly originSide: 'kr' | 'jp' | null;
  readonly cadenceMonths: number | null;
  readonly illustrative: boolean;
  /** Days on which the record says that it met. */
  readonly heldOn: readonly string[];
}

/** A director-general channel both sides know; a test states only what it asserts. */
export function makeChannel(over: Partial<ChannelFixture> = {}): ChannelFixture {
  return {
    state: 'active',
    level: 'dg',
    audience: 'joint',
    originSide: null,
    cadenceMonths: null,
    illustrative: false,
    heldOn: [],
    ...over,
  };
}

/** Stores a channel with a name of each side; gives its id. */
export async function saveChannel(test: TestDatabase, over: Partial<ChannelFixture> = {}): Promise<string> {
  const fixture = makeChannel(over);
  const id = newId();
  const name = historicText({ ko: '시험 협의회', ja: '試験協議会', en: 'Test Council' }, 'ko');
  await test.admin(
    `insert into forum.channel (id, code, position, name, state, nominal_level, origin_side, cadence_months, illustrative, audience)
     values ($1, $2, 1000, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      `TEST-${id}`,
      name,
      fixture.state,
      fixture.level,
      fixture.originSide,
      fixture.cadenceMonths,
      fixture.illustrative,
      fixture.audience,
    ],
  );
  await test.admin(
    `insert into forum.channel_name (id, code, channel_id, position, side, language, text, kind, audience)
     values ($1::uuid, $1::uuid::text, $3, 1, 'kr', 'ko', '시험 협의회', 'official_kr', $4), ($2::uuid, $2::uuid::text, $3, 2, 'jp', 'ja', '試験協議会', 'official_jp', $4)`,
    [newId(), newId(), id, fixture.audience],
  );
  for (const day of fixture.heldOn)
    await test.admin(
      `insert into forum.channel_event (id, code, channel_id, position, type, date_value, date_precision, sort_date, text, source_codes, evidence, audience)
       values ($1::uuid, $1::uuid::text, $2, 1, 'session_held', $3::text, 'day', $3::text::date, $4, '{}', 'web', $5)`,
      [newId(), id, day, name, fixture.audience],
    );
  return id;
}

/** Stores a session of a channel, in Seoul; gives its id. */
export async function saveSessionOf(
  test: TestDatabase,
  channelId: string,
  over: { readonly startDate: string; readonly state?: string; readonly level?: string },
): Promise<string> {
  const id = newId();
  await test.admin(
    `insert into forum.session (id, channel_id, date_value, start_date, zone, level, state, audience) values ($1, $2, $3::text, $3::text::date, 'Asia/Seoul', $4, $5, 'joint')`,
    [id, channelId, over.startDate, over.level ?? 'dg', over.state ?? 'proposed'],
  );
  return id;
}
