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
 * What an error of the SMTP client means for the next try. Only an answer to this mail's sender, recipient or content can
 * be final: a refused login (535) is a fault of the set-up, and the mail waits until somebody has mended it; 503 says that the
 * talk went wrong, not the mail.
 * @param begun something of the mail itself went out; without it a silent relay cannot have it
 */
export function mailErrorOf(error: unknown, begun: boolean): MailError {
  if (error instanceof MailError) return error;
  const answer = typeof error === 'object' && error !== null ? error : {};
  const status: unknown = Reflect.get(answer, 'responseCode');
  const stage: unknown = Reflect.get(answer, 'code');
  const options = { cause: error, answer: wordsOf(Reflect.get(answer, 'response')) };
  const aboutThisMail = stage === 'EENVELOPE' || stage === 'EMESSAGE';
  if (typeof status === 'number' && status >= 500 && status !== 503 && aboutThisMail)
    return new MailError('mail.refused', true, options);
  if (typeof status === 'number') return new MailError('mail.deferred', false, options);
  return new MailError(begun ? 'mail.unanswered' : 'mail.unreachable', false, options);
}

/** One line, for people who look into it. */
function wordsOf(response: unknown): string | undefined {
  return typeof response === 'string' ? response.replace(/\s+/gu, ' ').trim().slice(0, answerLength) : undefined;
}
