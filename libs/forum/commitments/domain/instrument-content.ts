import type { Language, LocalizedText, Side } from '#core/kernel';
import type { PartialDate } from '#forum/provenance';
import type { ActingSide, InstrumentKind, LegalForce, Strength } from './commitment.types.js';
import type { DueDate } from './texts.js';

/** One obligation as it is written into an instrument. */
export interface ClauseContent {
  readonly id: string;
  readonly areaId: string | null;
  readonly text: LocalizedText;
  readonly quote: { readonly text: string; readonly lang: Language } | null;
  readonly chapeau: boolean;
  readonly strength: Strength;
  readonly strengthSide: Side | null;
  readonly actingSide: ActingSide | null;
  readonly krPostId: string | null;
  readonly jpPostId: string | null;
  readonly measure: LocalizedText | null;
  readonly due: DueDate | null;
  readonly topicCodes: readonly string[];
}

/** An instrument without its clauses, as people write it. */
export interface InstrumentWords {
  readonly name: LocalizedText;
  readonly kind: InstrumentKind;
  readonly legal: LegalForce;
  readonly date: PartialDate;
  readonly place: LocalizedText | null;
  readonly sessionId: string | null;
  readonly krSignatoryPostId: string | null;
  readonly jpSignatoryPostId: string | null;
  readonly copyLanguages: readonly Language[];
}

/** All that both keys stand on. */
export interface InstrumentContent extends InstrumentWords {
  readonly areas: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly clauses: readonly ClauseContent[];
}
