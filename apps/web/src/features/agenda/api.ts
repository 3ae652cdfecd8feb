import type { Language } from '#core/kernel';
import type { UseMutationResult } from '@tanstack/react-query';
import { useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { Agenda, AgendaItem, AgendaLink, Objective, Side, TextField } from '../../shared/api/types.js';

/** Every write of an agenda answers with the agenda as it is now. */
export type AgendaWrite = UseMutationResult<Agenda, Problem, Write>;
export const useAgendaWrite = (): AgendaWrite => useWrite<Agenda>();

export type ItemKind = AgendaItem['kind'];
export type LinkKind = AgendaLink['kind'];

export interface ItemInput {
  kind?: ItemKind;
  title?: string;
  description?: string;
  minutes?: number;
  objective?: Objective;
  lead?: Side | null;
  privateNote?: string;
}

export const addItem = (sessionId: string, lang: Language, input: ItemInput, idempotencyKey: string): Write => ({
  method: 'POST',
  path: `/sessions/${sessionId}/agenda/items`,
  body: { lang, ...input },
  idempotencyKey,
});

export const editItem = (id: string, etag: string, lang: Language, input: ItemInput): Write => ({
  method: 'PATCH',
  path: `/agenda-items/${id}`,
  ifMatch: etag,
  body: { lang, ...input },
});

export const writeText = (
  id: string,
  etag: string,
  field: TextField,
  lang: Language,
  body: { text: string; status: string; ofRevision: number },
): Write => ({
  method: 'PUT',
  path: `/agenda-items/${id}/texts/${field}/${lang}`,
  ifMatch: etag,
  body,
});

export const keepText = (id: string, etag: string, field: TextField, lang: Language): Write => ({
  method: 'POST',
  path: `/agenda-items/${id}/texts/${field}/${lang}/no-change`,
  ifMatch: etag,
});

export const moveItem = (id: string, etag: string, to: number): Write => ({
  method: 'POST',
  path: `/agenda-items/${id}/move`,
  ifMatch: etag,
  body: { to },
});

export const linkItem = (id: string, etag: string, links: readonly { kind: LinkKind; id: string }[]): Write => ({
  method: 'PUT',
  path: `/agenda-items/${id}/links`,
  ifMatch: etag,
  body: { links: links.map((link) => ({ kind: link.kind, id: link.id })) },
});

/** An act on one item that needs no more than the item as it was seen. */
export const itemStep = (item: AgendaItem, step: 'withdraw' | 'discussed' | 'defer', reason = ''): Write => ({
  method: 'POST',
  path: `/agenda-items/${item.id}/${step}`,
  ifMatch: item.etag,
  ...(step === 'defer' ? { body: reason === '' ? {} : { reason } } : {}),
});

export const stepOf = (agenda: Agenda, step: 'exchange' | 'sign' | 'withdraw-signature'): Write => ({
  method: 'POST',
  path: `/sessions/${agenda.sessionId}/agenda/${step}`,
  ifMatch: agenda.etag,
  ...(step === 'sign' ? { body: { hash: agenda.hash } } : {}),
});

export const publish = (agenda: Agenda, audience: string, reason: string): Write => ({
  method: 'POST',
  path: `/sessions/${agenda.sessionId}/agenda/publish`,
  ifMatch: agenda.etag,
  body: { audience, ...(reason === '' ? {} : { reason }) },
});
