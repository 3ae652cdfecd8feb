import type { Language } from '#core/kernel';
import type { UseMutationResult } from '@tanstack/react-query';
import { useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { Agenda, AgendaItem, Objective, Side, TextField } from '../../shared/api/types.js';

/** Every write of an agenda answers with the agenda as it is now. */
export type AgendaWrite = UseMutationResult<Agenda, Problem, Write>;
export const useAgendaWrite = (): AgendaWrite => useWrite<Agenda>();

export interface ItemInput {
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

export const withdrawItem = (item: AgendaItem): Write => ({
  method: 'POST',
  path: `/agenda-items/${item.id}/withdraw`,
  ifMatch: item.etag,
});

export const stepOf = (agenda: Agenda, step: 'exchange' | 'sign' | 'withdraw-signature'): Write => ({
  method: 'POST',
  path: `/sessions/${agenda.sessionId}/agenda/${step}`,
  ifMatch: agenda.etag,
  ...(step === 'sign' ? { body: { hash: agenda.hash } } : {}),
});
