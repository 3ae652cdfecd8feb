import { historicText } from '#core/kernel';
import { dayBefore, firstDay, lastDay, type RecordRow } from '#forum/provenance';
import type { History } from '../history.schema.js';
import { ownLanguage, sideOf, type Texts } from './row-words.js';

type Ids = ReadonlyMap<string, string>;

export function sourceRows({ sources }: History): RecordRow[] {
  return sources.map(({ id, kind, address, title, published, lang, reliability, note }) => ({
    code: id,
    values: {
      code: id,
      kind,
      address,
      title,
      language: lang,
      reliability,
      note: note ?? null,
      published:
        published === null ? null : published.from + (published.remark === null ? '' : ` (${published.remark})`),
    },
  }));
}

export function bodyRows({ bodies }: History): RecordRow[] {
  return bodies.map((body) => ({
    code: body.id,
    values: (idOf) => ({
      code: body.id,
      side: sideOf(body.country),
      country: body.country,
      kind: body.kind,
      successor_id: idOf(body.successor),
      note: body.note ?? null,
      source_codes: body.sources,
    }),
  }));
}

/** A name a body had before, in the same seat, ends the day before the present one begins. */
export function bodyNameRows({ bodies }: History, ids: Ids): RecordRow[] {
  return bodies.flatMap((body) => {
    const row = (
      turn: string,
      name: Texts,
      short: Texts | undefined,
      from: string | null,
      to: string | null,
    ): RecordRow => ({
      code: `${body.id}/${turn}`,
      values: {
        body_id: ids.get(body.id),
        side: null,
        name: historicText(name, ownLanguage(body.country)),
        short_name: short ? historicText(short, ownLanguage(body.country)) : null,
        valid_from: from,
        valid_to: to,
      },
    });
    const present = row('name', body.name, body.short, body.valid.from ?? null, body.valid.to ?? null);
    if (body.predecessor_name === undefined) return [present];
    const end = body.valid.from === undefined ? null : dayBefore(firstDay(body.valid.from));
    return [row('predecessor', body.predecessor_name, undefined, null, end), present];
  });
}

/** Only public officials of the record's sources. A head of state or government has no body here: the office stands in the note. */
export function personRows({ people }: History): RecordRow[] {
  return people.map((person) => ({
    code: person.id,
    values: {
      code: person.id,
      side: sideOf(person.country),
      source_codes: person.sources,
      note: `${person.post.en} (${person.post_as_of.from}${person.post_as_of.to === null ? '' : `–${person.post_as_of.to}`})`,
    },
  }));
}

/** `朴允圭(パク・ユンギュ)`: the reading in brackets is given with the name; family and given name are never parted (domain.md 6). */
const WITH_READING = /^([^()]+)\(([^()]+)\)$/;

export function personNameRows({ people }: History, ids: Ids): RecordRow[] {
  return people.flatMap((person) => {
    const [, kanji = person.name.ja, reading = null] = WITH_READING.exec(person.name.ja) ?? [];
    const names = [
      ['hangul', person.name.ko, null],
      ['kanji', kanji, reading],
      ['latin', person.name.en, null],
    ] as const;
    return names.map(([script, whole, sound]) => ({
      code: `${person.id}/${script}`,
      values: { person_id: ids.get(person.id), side: sideOf(person.country), script, whole, reading: sound },
    }));
  });
}

/** Posts of the record whose body the record knows, with their rank number (domain.md 3.4), set by hand: titles are never mapped by machine. */
const KNOWN_POSTS = [
  {
    person: 'PE-PARK',
    post: 'KR-MSIT-VM2',
    body: 'KR-MSIT',
    rank: 45,
    title: { ko: '제2차관', ja: '第2次官', en: '2nd Vice Minister' },
  },
] as const;

export function postRows(history: History, bodies: Ids): RecordRow[] {
  return KNOWN_POSTS.filter(
    ({ person, body }) => history.people.some(({ id }) => id === person) && bodies.has(body),
  ).map(({ post, body, rank, title }) => ({
    code: post,
    values: {
      code: post,
      body_id: bodies.get(body),
      side: body.startsWith('KR') ? 'kr' : 'jp',
      title: historicText(title, ownLanguage(body.slice(0, 2))),
      rank,
      superior_id: null,
      demo: false,
    },
  }));
}

/** The record says when somebody is seen in a post, not how long the term was: the period is what the sources attest, so nobody looks like today's holder. */
export function postHolderRows({ people }: History, persons: Ids, posts: Ids): RecordRow[] {
  return KNOWN_POSTS.flatMap(({ person, post }) => {
    const seen = people.find(({ id }) => id === person)?.post_as_of;
    if (seen === undefined || !posts.has(post)) return [];
    return [
      {
        code: `${post}/${person}`,
        values: {
          post_id: posts.get(post),
          side: sideOf(post.slice(0, 2)),
          person_id: persons.get(person),
          user_id: null,
          held_from: firstDay(seen.from),
          held_to: lastDay(seen.to ?? seen.from),
        },
      },
    ];
  });
}
