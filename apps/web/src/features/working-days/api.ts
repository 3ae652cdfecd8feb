import { newId, type Side } from '#core/kernel';
import type { Write } from '../../shared/api/hooks.js';
import type { components } from '../../shared/api/schema.js';
import type { List } from '../../shared/api/types.js';

type Schemas = components['schemas'];

export type HolidayYear = Schemas['HolidayListView'];
export type HolidayRecord = Schemas['HolidayRecordView'];
export type HolidayKind = HolidayRecord['kind'];
export type HolidayStatus = HolidayRecord['status'];
export type ImportReport = Schemas['ImportReportView'];
export type AvoidPeriod = Schemas['AvoidPeriodView'];
export type AvoidPeriods = List<AvoidPeriod>;
export type OffsetAnswer = Schemas['OffsetView'];
export type DeriveAnswer = Schemas['DeriveView'];

export const KINDS: readonly HolidayKind[] = ['public', 'substitute', 'sandwiched', 'election', 'temporary', 'closure'];
export const STATUSES: readonly HolidayStatus[] = ['gazetted', 'computed', 'predicted'];

export interface Names {
  ko?: string;
  ja?: string;
  en?: string;
}

export interface HolidayInput {
  date?: string;
  kind: string;
  status: string;
  names: Names;
  citation: string;
}

export const addHoliday = (body: HolidayInput, idempotencyKey: string): Write => ({
  method: 'POST',
  path: '/holidays',
  body,
  idempotencyKey,
});

export const changeHoliday = (day: HolidayRecord, body: HolidayInput): Write => ({
  method: 'PATCH',
  path: `/holidays/${day.id}`,
  ifMatch: day.etag,
  body,
});

export const addAvoidPeriod = (body: object, idempotencyKey: string): Write => ({
  method: 'POST',
  path: '/avoid-periods',
  body,
  idempotencyKey,
});

export const changeAvoidPeriod = (period: AvoidPeriod, body: object): Write => ({
  method: 'PATCH',
  path: `/avoid-periods/${period.id}`,
  ifMatch: period.etag,
  body,
});

/** Withdraws a day or a period, or takes the withdrawal back. */
export const setAside = (
  kind: 'holidays' | 'avoid-periods',
  entry: { id: string; etag: string },
  step: 'withdraw' | 'restore',
): Write => ({ method: 'POST', path: `/${kind}/${entry.id}/${step}`, ifMatch: entry.etag });

export const previewImport = (file: string): Write => ({
  method: 'POST',
  path: '/holidays/import/preview',
  body: { file },
});

export const importHolidays = (file: string, seen: string): Write => ({
  method: 'POST',
  path: '/holidays/import',
  body: { file, seen },
  idempotencyKey: newId(),
});

export const exportAddress = (side: Side, year: number): string =>
  `/api/v1/holidays/export?side=${side}&year=${String(year)}`;
