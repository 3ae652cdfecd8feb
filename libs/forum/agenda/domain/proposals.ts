import type { LocalizedText } from '#core/kernel';
import { defineProposal } from '#forum/two-key';
import type { AgendaTemplate } from './standing-items.js';

/** What both keys of a deferral stand on: the item, as it was named when it was proposed. */
export interface Deferral {
  readonly title: LocalizedText;
}

/** Who else may come to read an agenda. */
export const publicationAudiences = ['business', 'public'] as const;

/** What both keys of a release stand on: exactly this content, for these readers. */
export interface Publication {
  readonly audience: (typeof publicationAudiences)[number];
  readonly hash: string;
}

/** To put an item off to a later session: both sides (domain.md 3.6). */
export const itemDeferral = defineProposal<Deferral>('agenda-item.defer', 'agenda_item');
/** To let companies or everybody read an agenda: both sides (domain.md 3.15). */
export const agendaPublication = defineProposal<Publication>('agenda.publish', 'agenda');
/** Other standing items than the product's: both sides. */
export const agendaTemplate = defineProposal<AgendaTemplate>('channel.agenda-template', 'channel');
