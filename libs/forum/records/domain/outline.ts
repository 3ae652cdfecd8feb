import type { LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';

/** What a session decided, as it stands elsewhere, to begin its texts with. Only what both sides see. */
export interface OutlineDecision {
  /** The item it was decided on; null for none. */
  readonly itemId: string | null;
  readonly text: LocalizedText;
}

type Source = (reader: Reader, sessionId: string) => Promise<readonly OutlineDecision[]>;

const sources: Source[] = [];

/** Offers what a later capability knows of a session to the outline of its texts. */
export function registerOutline(source: Source): void {
  sources.push(source);
}

/** What was decided at a session, in the order it was. */
export async function decisionsToOutline(reader: Reader, sessionId: string): Promise<OutlineDecision[]> {
  return (await Promise.all(sources.map((source) => source(reader, sessionId)))).flat();
}
