import { historicText, LANGUAGES, newId } from '#core/kernel';
import type { TestDatabase } from '../database.js';

export interface SessionFixture {
  readonly startDate: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly hostSide: 'kr' | 'jp';
  readonly state: string;
}

/** A session of a director-general channel in Seoul, its date agreed; a test states only what it asserts. */
export function makeSession(over: Partial<SessionFixture> = {}): SessionFixture {
  return {
    startDate: '2027-03-11',
    startsAt: '2027-03-11T01:00:00Z',
    endsAt: '2027-03-11T08:00:00Z',
    hostSide: 'kr',
    state: 'date_agreed',
    ...over,
  };
}

/** Stores a channel, one session of it and its empty agenda. */
export async function saveSession(
  test: TestDatabase,
  over: Partial<SessionFixture> = {},
): Promise<{ id: string; channelId: string; agendaId: string }> {
  const fixture = makeSession(over);
  const ids = { id: newId(), channelId: newId(), agendaId: newId() };
  const names: unknown[][] = [];
  const name = historicText({ ko: '전파국장회의', ja: '電波局長級会合', en: 'Radio Directors-General Meeting' }, 'ko');
  for (const [position, language] of LANGUAGES.entries()) {
    names.push([newId(), `TEST-${ids.channelId}-${language}`, ids.channelId, position, language, name[language]?.text]);
  }
  const place = historicText({ ko: '서울', ja: 'ソウル', en: 'Seoul' }, 'ko');
  await test.admin(
    `insert into forum.channel (id, code, position, name, state, nominal_level, audience) values ($1, $2, 1000, $3, 'active', 'dg', 'joint')`,
    [ids.channelId, `TEST-${ids.channelId}`, name],
  );
  for (const row of names) {
    await test.admin(
      `insert into forum.channel_name (id, code, channel_id, position, language, text, kind, audience) values ($1, $2, $3, $4, $5, $6, 'translation', 'joint')`,
      row,
    );
  }
  await test.admin(
    `insert into forum.session (id, channel_id, ordinal_kr, ordinal_jp, date_value, start_date, starts_at, ends_at, zone, place, host_side, level, state, audience)
     values ($1, $2, 7, 7, $3::text, $3::text::date, $4, $5, 'Asia/Seoul', $6, $7, 'dg', $8, 'joint')`,
    [
      ids.id,
      ids.channelId,
      fixture.startDate,
      fixture.startsAt,
      fixture.endsAt,
      place,
      fixture.hostSide,
      fixture.state,
    ],
  );
  await test.admin(`insert into forum.agenda (id, session_id) values ($1, $2)`, [ids.agendaId, ids.id]);
  return ids;
}
