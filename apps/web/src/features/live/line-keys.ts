import { newId } from '#core/kernel';

/**
 * The idempotency key of a line until an answer to it came: a line that is sent again after the network was cut is taken down once.
 */
export class LineKeys {
  private readonly unanswered = new Map<string, string>();

  /** The key under which these words are sent, the same one until they are answered. */
  of(kind: string, lang: string, text: string): string {
    const line = JSON.stringify([kind, lang, text]);
    const key = this.unanswered.get(line) ?? newId();
    this.unanswered.set(line, key);
    return key;
  }

  /** The line was taken down or refused: the same words again are another line. */
  answered(key: string): void {
    for (const [line, known] of this.unanswered) if (known === key) this.unanswered.delete(line);
  }
}
