import { EVIDENCE } from '#forum/provenance';
import { list, localized, record } from '../composed-rules.js';
import { oneOf, parsed, refers } from '../rules.js';
import { parseSpan } from '../written-forms.js';

/** What the rows of the record share. */
export const country = oneOf(['KR', 'JP', 'CN', 'INT']);
export const party = oneOf(['KR', 'JP']);
export const sources = list(refers('source'), 1);
export const topics = list(refers('topic'));
export const evidence = oneOf(EVIDENCE);
export const span = parsed(parseSpan, 'badDate');
export const place = record({ country, city: localized });
