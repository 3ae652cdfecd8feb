/**
 * The mail was not handed over, as far as one can know. `permanent`: the relay refused this very mail for good (5xx), another try
 * would change nothing. `mayHaveGone`: the relay fell silent, and may have taken it all the same (RFC 1047).
 */
export class MailError extends Error {
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
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  get mayHaveGone(): boolean {
    return this.code === 'mail.unanswered';
  }
}

/**
 * What an error of the SMTP client means for the next try. Only an answer to this mail's sender, recipient or content can
 * be final: a refused login (535) is a fault of the set-up, and the mail waits until somebody has mended it.
 */
export function mailErrorOf(error: unknown): MailError {
  if (error instanceof MailError) return error;
  const answer = typeof error === 'object' && error !== null ? error : {};
  const status: unknown = Reflect.get(answer, 'responseCode');
  const stage: unknown = Reflect.get(answer, 'code');
  const aboutThisMail = stage === 'EENVELOPE' || stage === 'EMESSAGE';
  if (typeof status === 'number' && status >= 500 && aboutThisMail)
    return new MailError('mail.refused', true, { cause: error });
  if (typeof status === 'number') return new MailError('mail.deferred', false, { cause: error });
  const neverConnected = stage === 'EDNS' || Reflect.get(answer, 'syscall') === 'connect';
  return new MailError(neverConnected ? 'mail.unreachable' : 'mail.unanswered', false, { cause: error });
}
