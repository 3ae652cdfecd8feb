/** One time for several steps: whoever waits is told when it is over. Lighter than a signal, of which each mail would need a new one. */
export class TimeLimit {
  over = false;
  private late: (() => void) | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(ms: number) {
    this.timer = setTimeout(() => {
      this.over = true;
      this.late?.();
    }, ms);
  }

  /** Tells one who waits, at once if it is over already; undefined: nobody waits any more. */
  tell(late: (() => void) | undefined): void {
    this.late = late;
    if (this.over) late?.();
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
