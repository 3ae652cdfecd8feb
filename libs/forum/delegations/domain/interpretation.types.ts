import type { PersonName } from '#core/i18n';
import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import type { Direction, Equipment, InterpretationMode, Provider } from './interpretation.js';

/** How a session is interpreted; version 0 while nothing was arranged. Instants are ISO 8601. */
export interface InterpretationRow {
  sessionId: string;
  direction: Direction | null;
  mode: InterpretationMode | null;
  provider: Provider | null;
  equipment: Equipment[];
  glossaryVersion: string | null;
  factorPercent: number | null;
  confirmedAt: string | null;
  version: number;
  interpreters: { id: string; side: Side; names: PersonName; agency: string }[];
  papers: PaperRow[];
}

export interface PaperRow {
  id: string;
  side: Side;
  title: LocalizedText;
  sourceLang: Language;
  targetLang: Language;
  amount: number;
  deliveredAt: string | null;
  audience: Audience;
  version: number;
}
