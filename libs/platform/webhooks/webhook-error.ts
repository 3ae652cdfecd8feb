/** Nothing came back that could be read as an answer. The message may have arrived all the same, except where nobody was reached. */
export class WebhookError extends Error {
  constructor(
    readonly code:
      'webhooks.unreachable' | 'webhooks.unanswered' | 'webhooks.privateAddress' | 'webhooks.badCertificate',
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** What an error of Node's client means for whoever keeps the webhook. */
export function webhookErrorOf(error: unknown): WebhookError {
  if (error instanceof WebhookError) return error;
  const options = { cause: error };
  const fault = typeof error === 'object' && error !== null ? error : {};
  const code = String(Reflect.get(fault, 'code') ?? '');
  if (isRefusedByFilter(error)) return new WebhookError('webhooks.privateAddress', options);
  if (certificateCodes.test(code)) return new WebhookError('webhooks.badCertificate', options);
  const neverReached = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code);
  return new WebhookError(neverReached ? 'webhooks.unreachable' : 'webhooks.unanswered', options);
}

/** request-filtering-agent tells its refusals apart by their sentence only. */
const isRefusedByFilter = (error: unknown): boolean =>
  error instanceof Error && /^DNS lookup .* is not allowed\./u.test(error.message);

const certificateCodes = /^(EPROTO|ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_SSL_)/u;
