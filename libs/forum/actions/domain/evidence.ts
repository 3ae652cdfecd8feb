import { cleanText, newText, type Language } from '#core/kernel';
import type { Evidence, EvidenceKind } from './action.types.js';
import { actionsErrors } from './actions.errors.js';

export const EVIDENCE_TEXT_MAX = 2000;
export const EVIDENCE_URL_MAX = 2000;

export interface EvidenceInput {
  readonly kind: EvidenceKind;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * Evidence of a report: a link needs an address, everything else a text; an address is http or https (domain.md 3.9).
 * @param lang the language the reporter wrote in
 * @throws actions.evidenceMissing, actions.evidenceLinkBad, common.badText, common.tooLong
 */
export function checkEvidence(input: EvidenceInput | undefined, lang: Language): Evidence {
  if (input === undefined) throw missing('evidence');
  const text = cleanText(input.text ?? '', { max: EVIDENCE_TEXT_MAX, multiline: true, optional: true });
  const url = (input.url ?? '').trim();
  if (input.kind === 'link' && url === '') throw missing('evidence.url');
  if (input.kind !== 'link' && text === '') throw missing('evidence.text');
  return { kind: input.kind, text: text === '' ? null : newText(lang, text), url: url === '' ? null : webAddress(url) };
}

function webAddress(value: string): string {
  const url = URL.canParse(value) && value.length <= EVIDENCE_URL_MAX ? new URL(value) : null;
  const plain =
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '';
  if (!plain)
    throw actionsErrors.evidenceLinkBad({}, [{ path: 'evidence.url', code: actionsErrors.evidenceLinkBad.code }]);
  return url.href;
}

function missing(path: string) {
  return actionsErrors.evidenceMissing({}, [{ path, code: actionsErrors.evidenceMissing.code }]);
}
