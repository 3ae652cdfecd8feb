import type { LocalizedText } from '#core/kernel';
import type { MatterRef } from './escalation.types.js';

/** A matter as its reader may see it: read live from its owner, never copied. */
export interface Matter extends MatterRef {
  readonly title: LocalizedText;
  /** Page of the web app. */
  readonly path: string;
  /** A code of the owner's own lifecycle. */
  readonly state: string | null;
  /** The channel that has dealt with it so far. */
  readonly channelId: string | null;
  /** True while there is something to settle: both sides see it and it is not done. */
  readonly open: boolean;
  /** The rise under way about it, if there is one. */
  readonly underWayId: string | null;
}
