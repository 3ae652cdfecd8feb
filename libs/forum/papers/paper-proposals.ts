import { defineProposal } from '#forum/two-key';
import type { WidenContent } from './domain/paper-content.js';

/** More readers than both sides: two keys (domain.md 3.15). */
export const paperWiden = defineProposal<WidenContent>('paper.widen', 'paper');
