import { historicText, newId } from '#core/kernel';
import type { EscalationView } from '../../apps/api/src/escalations/escalations.views.js';
import type { MultilateralMeetingDetailView } from '../../apps/api/src/multilateral/multilateral.views.js';
import type { ProposalView } from '../../apps/api/src/proposals/proposals.dto.js';
import { answered } from './app.js';
import { viewsAt, type MirroredDesk, type Views } from './mirror.js';

const words = { ko: 'in short', ja: 'in short', en: 'in short' };

/** A case of the register rises from the desk's channel to a ministers' channel, raised by the first side; the second lets it in. */
export async function raiseCase(desk: MirroredDesk): Promise<void> {
  const [issue, channel, session] = [newId(), newId(), newId()];
  const name = historicText({ ko: 'words', ja: 'words', en: 'words' }, 'en');
  await desk.test.admin(
    `insert into forum.channel (id, code, position, name, state, nominal_level, derived_from_id, audience) values ($1, 'CH-ABOVE', 2000, $2, 'active', 'minister', $3, 'joint')`,
    [channel, name, desk.channelId],
  );
  for (const [position, language] of ['ko', 'ja', 'en'].entries())
    await desk.test.admin(
      `insert into forum.channel_name (id, code, channel_id, position, language, text, kind, audience) values ($1, $2, $3, $4, $5, 'Ministers', 'translation', 'joint')`,
      [newId(), `ABOVE-${language}`, channel, position, language],
    );
  await desk.test.admin(
    `insert into forum.session (id, channel_id, date_value, start_date, zone, host_side, level, state, audience)
     values ($1, $2, '2027-10-06', '2027-10-06', forum.zone_of($3), $3, 'minister', 'date_agreed', 'joint')`,
    [session, channel, desk.first],
  );
  await desk.test.admin(`insert into forum.agenda (id, session_id) values ($1, $2)`, [newId(), session]);
  await desk.test.admin(
    `insert into forum.radio_issue (id, code, position, title, type, services, status, level, channel_id, audience)
     values ($1, 'MIRROR-RI', 9999, $2, 'interference_case', '{land_mobile}', 'under_coordination', 'director_general', $3, 'joint')`,
    [issue, name, desk.channelId],
  );
  const first = await desk.as('secretariat.first');
  const body = { matter: { kind: 'radio_issue', id: issue }, lang: 'en', title: words, summary: words, request: words };
  const rise = await answered<EscalationView>(first.post('escalations', { body }));
  await answered(first.post(`escalations/${rise.id}/raise`, { etag: rise.etag }));
  await accept(desk, 'escalation', rise.id);
}

/** Both sides exchange their positions on an item of a meeting that the first side added, and agree on a line. */
export async function agreeLine(desk: MirroredDesk): Promise<void> {
  const first = await desk.as('secretariat.first');
  const body = { forum: 'itu', lang: 'en', name: words, from: '2027-10-11', zone: 'Europe/Zurich' };
  const meeting = await answered<MultilateralMeetingDetailView>(first.post('multilateral-meetings', { body }));
  await answered(first.post(`multilateral-meetings/${meeting.id}/share`, { etag: meeting.etag }));
  const added = await answered<MultilateralMeetingDetailView>(
    first.post(`multilateral-meetings/${meeting.id}/items`, { body: { number: '1.7', lang: 'en', title: words } }),
  );
  const [item] = added.items;
  await answered(first.post(`multilateral-items/${item?.id ?? ''}/exchange`, { etag: item?.etag ?? '' }));
  for (const name of ['secretariat.first', 'secretariat.second']) {
    const client = await desk.as(name);
    const drafted = await answered<MultilateralMeetingDetailView>(
      client.post(`multilateral-items/${item?.id ?? ''}/positions`, { body: { lang: 'en', texts: { en: name } } }),
    );
    const draft = drafted.items[0]?.draft;
    await answered(client.post(`multilateral-positions/${draft?.id ?? ''}/exchange`, { etag: draft?.etag ?? '' }));
  }
  const now = await answered<MultilateralMeetingDetailView>(first.get(`multilateral-meetings/${meeting.id}`));
  await answered(
    first.post(`multilateral-items/${item?.id ?? ''}/common-line`, {
      etag: now.items[0]?.etag ?? '',
      body: { line: 'aligned', lang: 'en', text: words },
    }),
  );
  await accept(desk, 'multilateral_meeting', item?.id ?? '');
}

async function accept(desk: MirroredDesk, subjectType: string, subjectId: string): Promise<void> {
  const second = await desk.as('secretariat.second');
  const { items } = await answered<{ items: ProposalView[] }>(
    second.get(`proposals?subjectType=${subjectType}&subjectId=${subjectId}&state=open`),
  );
  await answered(second.post(`proposals/${items[0]?.id ?? ''}/accept`, { body: { hash: items[0]?.hash } }));
}

/** What everybody sees of rises and of meetings that a side added. */
export async function escalationViewsOf(desk: MirroredDesk): Promise<Views> {
  const ids = async (table: string, where = 'true') =>
    (await desk.test.admin<{ id: string }>(`select id from forum.${table} where ${where} order by id`)).map(
      ({ id }) => id,
    );
  const [rises, meetings, sessions] = [
    await ids('escalation'),
    await ids('multilateral_meeting', 'code is null'),
    await ids('session', `level = 'minister'`),
  ];
  if (rises.length === 0) return {};
  const paths = [
    'escalations',
    'escalation-suggestions',
    `channels/${desk.channelId}/escalation-targets`,
    ...rises.map((id) => `escalations/${id}`),
    ...sessions.flatMap((id) => [`sessions/${id}/escalations`, `sessions/${id}/agenda`]),
    ...meetings.map((id) => `multilateral-meetings/${id}`),
  ];
  const names = ['secretariat', 'head', 'delegate'].flatMap((role) => [`${role}.first`, `${role}.second`]);
  return viewsAt(desk, [...names, 'interpreter', 'observer'], paths);
}
