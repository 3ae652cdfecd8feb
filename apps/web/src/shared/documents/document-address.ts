import type { Language, Viewer } from '#core/kernel';
import { API } from '../api/client.js';

export const DOCUMENT_KINDS = ['agenda', 'participants', 'actions'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_FORMATS = ['pdf', 'docx', 'html'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

export interface DocumentChoice {
  readonly languages: readonly Language[];
  readonly copy: Viewer;
  /** With the own side's notes and drafts. */
  readonly notes?: boolean;
}

/** The address of a document of a session. */
export function documentAddress(
  sessionId: string,
  kind: DocumentKind,
  format: DocumentFormat,
  { languages, copy, notes = false }: DocumentChoice,
): string {
  const query = `languages=${languages.join(',')}&copy=${copy}${notes ? '&notes=own' : ''}`;
  return `${API}/sessions/${sessionId}/documents/${kind}.${format}?${query}`;
}
