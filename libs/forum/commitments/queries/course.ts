import type { Language, LocalizedText, Side } from '#core/kernel';
import { postAsJson, type PostRow } from '#forum/identity';
import { sessionRefAs, type SessionRef } from '#forum/sessions';
import type { CommitmentEventName, CommitmentStatus, EvidenceKind } from '../domain/commitment.types.js';

/** What shows a status; `at` is an ISO 8601 instant in UTC. */
export interface EvidenceRow {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly text: LocalizedText | null;
  readonly url: string | null;
  readonly session: SessionRef | null;
  readonly paper: { readonly id: string; readonly title: LocalizedText } | null;
  readonly side: Side;
  readonly post: PostRow | null;
  readonly at: string;
}

/** One entry of the history of a commitment. */
export interface CommitmentEventRow {
  readonly event: CommitmentEventName;
  readonly from: CommitmentStatus | null;
  readonly to: CommitmentStatus | null;
  readonly asOf: string | null;
  readonly note: string | null;
  readonly noteLang: Language | null;
  readonly evidenceId: string | null;
  readonly side: Side | null;
  readonly post: PostRow | null;
  readonly confirmedBy: Side | null;
  readonly confirmedByPost: PostRow | null;
  readonly at: string;
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** SQL of the evidence of a commitment `c`, oldest first; `side` is the placeholder of the reader's side. */
export const evidenceAs = (
  side: string,
): string => `coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind,
    'text', e.text, 'url', e.url, 'session', ${sessionRefAs('e.session_id', side)},
    'paper', (select jsonb_build_object('id', p.id, 'title', p.title) from forum.paper p where p.id = e.paper_id),
    'side', e.side, 'post', ${postAsJson('e.post_id')}, 'at', ${instant('e.at')}) order by e.at, e.id)
  from forum.commitment_evidence e where e.commitment_id = c.id), '[]')`;

/** SQL of the history of a commitment `c`, oldest first. */
export const historyAs = `coalesce((select jsonb_agg(jsonb_build_object('event', h.event, 'from', h.from_status, 'to', h.to_status,
    'asOf', h.as_of, 'note', h.note, 'noteLang', h.note_lang, 'evidenceId', h.evidence_id, 'side', h.side, 'post', ${postAsJson('h.post_id')},
    'confirmedBy', h.confirmed_by_side, 'confirmedByPost', ${postAsJson('h.confirmed_by_post_id')}, 'at', ${instant('h.at')}) order by h.at, h.id)
  from forum.commitment_event h where h.commitment_id = c.id), '[]')`;
