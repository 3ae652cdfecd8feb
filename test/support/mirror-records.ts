import type { SessionRecordView } from '../../apps/api/src/session-records/session-records.views.js';
import { answered } from './app.js';
import { viewsAt, type MirroredDesk, type Views } from './mirror.js';

type Place = 'first' | 'second';

const other = (place: Place): Place => (place === 'first' ? 'second' : 'first');
const tagOf = (desk: MirroredDesk, place: Place): string => desk[place].toUpperCase();

async function theText(desk: MirroredDesk): Promise<string> {
  const [row] = await desk.test.admin<{ id: string }>(`select id from forum.record order by id limit 1`);
  return row?.id ?? '';
}

async function act(desk: MirroredDesk, name: string, action: string, body: object = {}): Promise<SessionRecordView> {
  const client = await desk.as(name);
  const id = await theText(desk);
  const { etag, hash } = await answered<SessionRecordView>(client.get(`records/${id}`));
  return answered<SessionRecordView>(client.post(`records/${id}/${action}`, { etag, body: { ...body, hash } }));
}

/** Minutes drafted by the host in its own language, with a bracket of each side. */
async function draft(desk: MirroredDesk): Promise<void> {
  const client = await desk.as('secretariat.first');
  const lang = desk.first === 'kr' ? 'ko' : 'ja';
  const body = { kind: 'agreed_minutes', lang, title: 'Minutes of the {PAIR} meeting' };
  const { id } = await answered<SessionRecordView>(client.post(`sessions/${desk.sessionId}/records`, { body }));
  const text = `We meet [${tagOf(desk, 'first')}: yearly] [${tagOf(desk, 'second')}: every other year].`;
  await answered(client.post(`records/${id}/paragraphs`, { body: { kind: 'decision', lang, text } }));
}

async function translate(desk: MirroredDesk): Promise<void> {
  const client = await desk.as('interpreter');
  const id = await theText(desk);
  const read = () => answered<SessionRecordView>(client.get(`records/${id}`));
  for (const { paragraphId, lang } of (await read()).gaps) {
    const record = await read();
    const paragraph = record.paragraphs.find((one) => one.id === paragraphId);
    const path = paragraph ? `record-paragraphs/${paragraph.id}/text` : `records/${id}/title`;
    const text = paragraph ? 'We meet every other year.' : 'Minutes of the {PAIR} meeting';
    const { revision } = paragraph?.text ?? record.title;
    const options = { etag: paragraph?.etag ?? record.etag, body: { text, status: 'checked', ofRevision: revision } };
    await answered(client.put(`${path}/${lang}`, options));
  }
}

async function accept(desk: MirroredDesk, place: Place): Promise<void> {
  const client = await desk.as(`secretariat.${place}`);
  const { paragraphs } = await answered<SessionRecordView>(client.get(`records/${await theText(desk)}`));
  const [line] = paragraphs;
  const body = { group: 0, by: desk[other(place)] };
  await answered(client.post(`record-paragraphs/${line?.id ?? ''}/accept`, { etag: line?.etag ?? '', body }));
}

async function clear(desk: MirroredDesk, place: Place): Promise<void> {
  await act(desk, `secretariat.${place}`, 'clearance/start', { postIds: [await desk.postOf(`head.${place}`)] });
  await act(desk, `head.${place}`, 'clearance/decide', { pass: true });
}

/** The course of minutes, for the mirrored scenario of a session that was held (design.md decision 12). */
export const recordStages: Readonly<Record<string, (desk: MirroredDesk) => Promise<void>>> = {
  'minutes drafted by the host': draft,
  'minutes exchanged, and in the clearance of the guest': async (desk) => {
    const client = await desk.as('secretariat.first');
    const { etag } = await answered<SessionRecordView>(client.get(`records/${await theText(desk)}`));
    await answered(client.post(`records/${await theText(desk)}/exchange`, { etag }));
    await act(desk, 'secretariat.second', 'clearance/start', { postIds: [await desk.postOf('official.second')] });
  },
  'the host following the guest’s words, which ends the clearance': async (desk) => {
    await accept(desk, 'first');
    await translate(desk);
  },
  'minutes cleared and signed off by both': async (desk) => {
    for (const place of ['first', 'second'] as const) await clear(desk, place);
    await act(desk, 'head.second', 'turn-key');
    await act(desk, 'head.first', 'turn-key');
  },
};

const readers = ['secretariat', 'head', 'official'].flatMap((role) => [`${role}.first`, `${role}.second`]);

/** What both sides and neutral readers see of the texts of the mirrored session. */
export async function recordViewsOf(desk: MirroredDesk): Promise<Views> {
  const id = await theText(desk);
  const one = id === '' ? [] : [`records/${id}`, `records/${id}/versions`];
  return viewsAt(desk, [...readers, 'interpreter', 'observer'], [`sessions/${desk.sessionId}/records`, ...one]);
}
