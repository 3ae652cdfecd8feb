import type { DomainError } from '#core/kernel';
import { fileErrors } from './file.errors.js';
import { ALLOWED_FILES } from './file-kinds.js';

export const notAllowed = (): DomainError =>
  fileErrors.typeNotAllowed({ allowed: Object.keys(ALLOWED_FILES).join(', ') });

/**
 * Where a link of a document may lead: to a page, an address, or a place beside it. Anything else starts a program or asks another
 * machine for the reader's name.
 */
export function isPlainLink(target: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(target.trim())?.[1]?.toLowerCase();
  if (scheme === undefined) return !/^\s*(?:\\\\|\/\/)/u.test(target);
  return ['http', 'https', 'mailto', 'tel'].includes(scheme);
}
