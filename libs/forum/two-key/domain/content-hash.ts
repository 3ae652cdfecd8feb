import { createHash } from 'node:crypto';
import { canonicalJson } from '#core/kernel';

/** SHA-256, 64 hex digits, over the canonical JSON of a content in all its languages (design.md decision 1). */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}
