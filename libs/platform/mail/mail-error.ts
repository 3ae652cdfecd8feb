/** The longest answer of a relay that is kept. */
const answerLength = 500;

/**
 * The mail was not handed over, as far as one can know. `permanent`: the relay refused this very mail for good (5xx), another try
 * would change nothing. `mayHaveGone`: the relay fell silent, and may have taken it all the same (RFC 1047).
 */
export class MailError extends Error {
  /** What the relay said, in its own words. */
  readonly answer: string | undefined;

  constructor(
    readonly code:
      | 'mail.badHeader'
      | 'mail.badAddress'
      | 'mail.badCalendar'
      | 'mail.refused'
      | 'mail.deferred'
      | 'mail.unreachable'
      | 'mail.unanswered',
    readonly permanent: boolean,
    { answer, ...options }: ErrorOptions & { readonly answer?: string | undefined } = {},
  ) {
    super(code, options);
    this.answer = answer;
  }

  get mayHaveGone(): boolean {
    return this.code === 'mail.unanswered';
  }
}

/**
 * What an error of the SMTP client means for the next try. Only an answer to this mail's recipient or content can be final. The sender
 * is the same for every mail, and a login or a secured line is asked of every mail: what the server refuses there is a fault of the
 * set-up, and the mails wait until somebody has mended it. 503 says that the talk went wrong, not the mail.
 * @param begun something of the mail itself went out; without it a silent relay cannot have it
 */
export function mailErrorOf(error: unknown, begun: boolean): MailError {
  if (error instanceof MailError) return error;
  const answer = typeof error === 'object' && error !== null ? error : {};
  const status: unknown = Reflect.get(answer, 'responseCode');
  const stage: unknown = Reflect.get(answer, 'code');
  const options = { cause: error, answer: wordsOf(Reflect.get(answer, 'response')) };
  const aboutThisMail =
    stage === 'EMESSAGE' || (stage === 'EENVELOPE' && Reflect.get(answer, 'command') !== 'MAIL FROM');
  if (typeof status === 'number' && status >= 500 && !ofTheSetUp.has(status) && aboutThisMail)
    return new MailError('mail.refused', true, options);
  if (typeof status === 'number') return new MailError('mail.deferred', false, options);
  return new MailError(begun ? 'mail.unanswered' : 'mail.unreachable', false, options);
}

/** Wrong order of commands; a secured line or a login is wanted, or the login was refused (RFC 4954, RFC 3207). */
const ofTheSetUp: ReadonlySet<number> = new Set([503, 530, 534, 535, 538]);

/** One line, for people who look into it. */
function wordsOf(response: unknown): string | undefined {
  return typeof response === 'string' ? response.replace(/\s+/gu, ' ').trim().slice(0, answerLength) : undefined;
}
