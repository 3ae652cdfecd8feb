import { firstDay, lastDay, type RecordRow } from '#forum/provenance';
import type { History } from '../history.schema.js';
import type { RecordLinks } from '../links.schema.js';
import { described, describedOrNull } from './row-words.js';

type Ids = ReadonlyMap<string, string>;

export function instrumentRows({ instruments }: History): RecordRow[] {
  return instruments.map((instrument) => ({
    code: instrument.id,
    values: {
      code: instrument.id,
      name: described(instrument.name),
      kind: instrument.kind,
      date_value: instrument.date.value,
      date_precision: instrument.date.precision,
      sort_date: firstDay(instrument.date.value),
      legal: instrument.legal,
      place: describedOrNull(instrument.signed_at),
      note: instrument.note ?? null,
      title_pattern: instrument.title_pattern ?? null,
      text_available: instrument.text_available ?? null,
      party_codes: instrument.parties ?? [],
      source_codes: instrument.sources,
      evidence: instrument.evidence,
      audience: 'public',
    },
  }));
}

/** The areas as the text of the instrument heads them; none is invented to reach a number a newspaper gave (conflict C1). */
export function areaRows({ instruments }: History, ids: Ids): RecordRow[] {
  return instruments.flatMap(({ id, areas }) =>
    (areas ?? []).map((area, position) => {
      const code = `${id}/${area.id}`;
      return {
        code,
        values: {
          code,
          instrument_id: ids.get(id),
          position,
          mark: area.id,
          name: described(area.name),
          audience: 'public',
        },
      };
    }),
  );
}

export interface CommitmentPlaces {
  readonly instruments: Ids;
  readonly areas: Ids;
  readonly sessions: Ids;
}

/** One clause, one commitment. `due_on` is the last day the due date can mean; it sorts and reminds, `due_value` is what the source says. */
export function commitmentRows(
  { commitments }: History,
  { instruments, areas, sessions }: CommitmentPlaces,
): RecordRow[] {
  return commitments.map((commitment, position) => ({
    code: commitment.id,
    values: {
      code: commitment.id,
      position,
      instrument_id: commitment.instrument === null ? null : instruments.get(commitment.instrument),
      area_id: commitment.area === null ? null : areas.get(`${commitment.instrument ?? ''}/${commitment.area}`),
      session_id: commitment.session === undefined ? null : sessions.get(commitment.session),
      text: described(commitment.text),
      strength: commitment.strength.strength,
      strength_side: commitment.strength.side,
      status: commitment.status,
      status_as_of: commitment.status_as_of,
      status_note: commitment.status_note ?? null,
      due_value: commitment.due?.value ?? null,
      due_precision: commitment.due?.precision ?? null,
      due_on: commitment.due === null ? null : lastDay(commitment.due.value),
      follow_up: describedOrNull(commitment.follow_up?.text),
      follow_up_source_codes: commitment.follow_up?.sources ?? [],
      topic_codes: commitment.topics,
      source_codes: commitment.sources,
      evidence: commitment.evidence,
      audience: 'public',
    },
  }));
}

export function commitmentLinkRows(links: RecordLinks, commitments: Ids, channels: Ids): RecordRow[] {
  return links.commitments.map((link, position) => {
    const code = `${link.commitment}/${link.channel}`;
    return {
      code,
      values: {
        code,
        commitment_id: commitments.get(link.commitment),
        position,
        channel_id: channels.get(link.channel),
        starts_on: link.from ?? null,
        ends_on: link.to ?? null,
        reason: described(link.reason),
        source_codes: link.sources,
        audience: 'public',
      },
    };
  });
}

/** Conflicts show on the pages of their subjects; one that quotes a sensitive matter is for the two sides only (domain.md 7). */
export function conflictRows({ conflicts }: History, links: RecordLinks): RecordRow[] {
  return conflicts.map(({ id, topic, text, handling, sources }, position) => {
    const link = links.conflicts.find(({ conflict }) => conflict === id);
    return {
      code: id,
      values: {
        code: id,
        position,
        topic,
        text,
        handling,
        source_codes: sources,
        subject_codes: link?.subjects ?? [],
        audience: link?.sensitive === true ? 'joint' : 'public',
      },
    };
  });
}
