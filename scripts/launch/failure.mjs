/** Something the operator can act on: one line on stderr, exit code 1, no stack. `more` are lines shown below it. */
export class Failure extends Error {
  /** @param {string} line @param {string[]} [more] */
  constructor(line, more = []) {
    super(line);
    this.more = more;
  }
}

/** Not a fault: we were told to stop while something was under way. */
export class Stopped extends Failure {
  constructor() {
    super('Stopped.');
  }
}
