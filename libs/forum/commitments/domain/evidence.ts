import { cleanText, newText, type Language, type LocalizedText } from '#core/kernel';
import type { EvidenceKind } from './commitment.types.js';
import { commitmentsErrors } from './commitments.errors.js';

export const EVIDENCE_TEXT_MAX = 2000;
export const EVIDENCE_URL_MAX = 2000;

export interface EvidenceInput {
  readonly kind: EvidenceKind;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
  /** The meeting that shows it. */
  readonly sessionId?: string | undefined;
  /** The paper that shows it. */
  readonly paperId?: string | undefined;
}

/** Evidence as it is kept and signed. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly text: LocalizedText | null;
  readonly url: string | null;
  readonly sessionId: string | null;
  readonly paperId: string | null;
}

/**
 * Evidence of a status (domain.md 3.8): a link needs an address, a meeting a session or words that name it, a document a paper, an address
 * or words that name it. An address is http or https.
 * @param lang the language it was written in
 * @throws commitments.evidenceMissing, commitments.evidenceLinkBad, common.badText, common.tooLong
 */
export function checkEvidence(input: EvidenceInput | undefined, lang: Language): Evidence {
  if (input === undefined) throw missing('evidence');
  const text = cleanText(input.text ?? '', { max: EVIDENCE_TEXT_MAX, multiline: true, optional: true });
  const url = (input.url ?? '').trim();
  const { kind, sessionId = null, paperId = null } = input;
  if (kind === 'link' && url === '') throw missing('evidence.url');
  if (kind === 'meeting' && sessionId === null && text === '') throw missing('evidence.sessionId');
  if (kind === 'document' && paperId === null && text === '' && url === '') throw missing('evidence.text');
  return {
    kind,
    text: text === '' ? null : newText(lang, text),
    url: url === '' ? null : webAddress(url, 'evidence.url'),
    sessionId: kind === 'meeting' ? sessionId : null,
    paperId: kind === 'document' ? paperId : null,
  };
}

/** @throws commitments.evidenceLinkBad for what is no plain web address */
export function webAddress(value: string, path: string): string {
  const url = URL.canParse(value) && value.length <= EVIDENCE_URL_MAX ? new URL(value) : null;
  const plain =
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '';
  if (!plain) throw commitmentsErrors.evidenceLinkBad({}, [{ path, code: commitmentsErrors.evidenceLinkBad.code }]);
  return url.href;
}

function missing(path: string) {
  return commitmentsErrors.evidenceMissing({}, [{ path, code: commitmentsErrors.evidenceMissing.code }]);
}
