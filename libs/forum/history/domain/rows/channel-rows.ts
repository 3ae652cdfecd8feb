import type { RecordRow } from '#forum/provenance';
import { firstDay } from '#forum/provenance';
import type { History } from '../history.schema.js';
import { channelNames } from './channel-names.js';
import { described, describedOrNull } from './row-words.js';
import { historicText } from '#core/kernel';

type Ids = ReadonlyMap<string, string>;

export function topicRows({ topics }: History): RecordRow[] {
  return topics.map(({ id, name, sources }, position) => ({
    code: id,
    values: { code: id, position, name: described(name), source_codes: sources },
  }));
}

/** Channels stand at the level and state the record gives; an elevation by a new channel leaves the old one's level alone (conflict C10). */
export function channelRows({ channels }: History): RecordRow[] {
  return channels.map((channel, position) => ({
    code: channel.id,
    values: (idOf) => ({
      code: channel.id,
      position,
      name: historicText(
        channel.name,
        channel.name_status.ko === 'official_kr' ? 'ko' : channel.name_status.ja === 'official_jp' ? 'ja' : 'en',
      ),
      state: channel.state_as_of_2026_11,
      nominal_level: channel.nominal_level,
      cadence: describedOrNull(channel.cadence),
      hosting: channel.hosting,
      note: channel.note ?? null,
      parent_id: idOf(channel.parent),
      derived_from_id: idOf(channel.derived_from),
      distinct_from_codes: channel.not_to_be_confused_with ?? [],
      topic_codes: channel.topics ?? [],
      source_codes: channel.sources,
      audience: 'public',
    }),
  }));
}

export function channelNameRows({ channels }: History, ids: Ids): RecordRow[] {
  return channels.flatMap((channel) =>
    channelNames(channel).map((name, position) => {
      const code = [channel.id, name.side ?? 'both', name.language, name.kind, name.from ?? 'first'].join('/');
      return {
        code,
        values: {
          code,
          channel_id: ids.get(channel.id),
          position,
          side: name.side,
          language: name.language,
          text: name.text,
          kind: name.kind,
          valid_from: name.from,
          valid_to: name.to,
          source_codes: name.sources,
          audience: 'public',
        },
      };
    }),
  );
}

/** Parties are bodies where the record knows the body, else the words of the record ("Kyushu", "private sector of both countries"). */
export function channelPartyRows({ channels }: History, ids: Ids, bodies: Ids): RecordRow[] {
  return channels.flatMap((channel) =>
    channel.parties.map((party, position) => {
      const body = bodies.get(party) ?? null;
      const code = `${channel.id}/${party}`;
      return {
        code,
        values: {
          code,
          channel_id: ids.get(channel.id),
          position,
          body_id: body,
          plain: body === null ? party : null,
          audience: 'public',
        },
      };
    }),
  );
}

/** The name of an event in the record: channel, date, type, and a counter where two of a kind fall on one day. */
export function channelEventRows({ channels }: History, ids: Ids): RecordRow[] {
  return channels.flatMap((channel) => {
    const seen = new Map<string, number>();
    return channel.lifecycle.map((event, position) => {
      const stem = `${channel.id}/${event.date.value}/${event.type}`;
      const turn = (seen.get(stem) ?? 0) + 1;
      seen.set(stem, turn);
      const code = turn === 1 ? stem : `${stem}/${String(turn)}`;
      return {
        code,
        values: {
          code,
          channel_id: ids.get(channel.id),
          position,
          type: event.type,
          date_value: event.date.value,
          date_precision: event.date.precision,
          date_end: event.date_end ?? null,
          sort_date: firstDay(event.date.value),
          text: described(event.text),
          level: event.level ?? null,
          note: event.date.note ?? null,
          person_codes: [...(event.actor === undefined ? [] : [event.actor]), ...(event.participants ?? [])],
          body_codes: event.then_held_by ?? [],
          source_codes: event.sources,
          evidence: event.evidence,
          audience: 'public',
        },
      };
    });
  });
}

/** Sensitive by nature: both sides may read them, the public never (domain.md 3.14, 7). */
export function contextEventRows({ context_events }: History): RecordRow[] {
  return context_events.map((event) => ({
    code: event.id,
    values: {
      code: event.id,
      date_value: event.date.value,
      date_precision: event.date.precision,
      sort_date: firstDay(event.date.value),
      text: described(event.text),
      wording: describedOrNull(event.wording),
      attribution: event.attribution,
      sensitivity: event.sensitivity,
      source_codes: event.sources,
      evidence: event.evidence,
      audience: 'joint',
    },
  }));
}
