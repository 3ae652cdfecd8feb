import { ApiProperty } from '@nestjs/swagger';
import { commonErrors, isId } from '#core/kernel';
import type { Page, PageAsk } from '#forum/provenance';
import { PageDto } from '../http/reading.dto.js';

export { PageDto };

/** The frame of every list. */
export class PageView {
  @ApiProperty() hasMore: boolean;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** @throws common.notACursor */
export function pageAsk({ cursor, limit = 50 }: PageDto): PageAsk {
  return cursor === undefined ? { limit } : { limit, after: readCursor(cursor) };
}

/** A page with its rows made into views. */
export function presentPage<Row, View>(
  { items, next }: Page<Row>,
  present: (row: Row) => View,
): { items: View[]; hasMore: boolean; nextCursor: string | null } {
  return {
    items: items.map(present),
    hasMore: next !== null,
    nextCursor: next && Buffer.from(JSON.stringify([next.key, next.id])).toString('base64url'),
  };
}

function readCursor(cursor: string): { key: string; id: string } {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [key, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
    if (typeof key === 'string' && !key.includes('\u0000') && isId(id)) return { key, id };
  } catch {
    // falls through to the refusal: what is no JSON is no cursor of ours
  }
  throw commonErrors.notACursor({}, [{ path: 'cursor', code: commonErrors.notACursor.code }]);
}
