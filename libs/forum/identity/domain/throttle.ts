/** Guesses at a password that are let through, by account and by network address (asvs 6.3.1, 6.3.8). */
export const guessLimits = { windowMinutes: 15, perAccount: 5, perAddress: 50 } as const;

/** True when one more guess must be refused, whether or not the account exists. Counts are failures within the window. */
export function isThrottled(failures: { readonly account: number; readonly address: number }): boolean {
  return failures.account >= guessLimits.perAccount || failures.address >= guessLimits.perAddress;
}
