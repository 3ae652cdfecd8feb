import { defineEvent } from '#platform/database';

export interface GlossaryEvent {
  readonly termId: string;
  readonly version: number;
}

/** Both keys stand on a wording, a retirement or a restoration. */
export const glossaryTermAgreed = defineEvent<GlossaryEvent & { readonly change: string }>('glossary.termAgreed');
/** A proposed term was refused or taken back; its code is free again. */
export const glossaryTermDropped = defineEvent<GlossaryEvent>('glossary.termDropped');
/** The installation's list brought new or corrected terms. */
export const glossaryLoaded = defineEvent<{ readonly inserted: number; readonly updated: number }>('glossary.loaded');
