/** One step of the relay; gives how much it moved. */
export type RelayStep = () => Promise<number>;

/**
 * Runs its steps again and again: at once while there was something to move, else after `intervalMs`. The interval only
 * decides how soon one looks; what is due is decided by the database's clock. A step that fails holds up no other one: a text is
 * released at its minute also while the queue is down.
 */
export class RelayLoop {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    private readonly steps: readonly RelayStep[],
    private readonly intervalMs: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Ends after the step under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const moved = await this.round();
      if (moved === 0) await this.pause();
    }
  }

  private async round(): Promise<number> {
    let moved = 0;
    for (const step of this.steps) {
      try {
        moved += await step();
      } catch (error) {
        this.onError(error);
      }
    }
    return moved;
  }

  private async pause(): Promise<void> {
    if (this.stopped) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, this.intervalMs);
    });
    clearTimeout(timer);
  }
}
