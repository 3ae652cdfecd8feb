/**
 * What becomes of a mail of which nobody knows whether the relay has it (RFC 1047): it is sent again under the same Message-ID, it
 * waits for a person, or the relay's log is asked first.
 */
export type DoubtPolicy = 'resend' | 'hold' | 'ask';
