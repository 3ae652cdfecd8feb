import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { useAgent } from 'request-filtering-agent';
import { webhookErrorOf, WebhookError } from './webhook-error.js';

export interface PosterOptions {
  /** Hosts that may be in a private network; the address behind every other name must be a public one, whenever it is looked up. */
  readonly privateHosts: readonly string[];
  /** The longest request in ms, from looking up the name to the end of the answer. */
  readonly timeoutMs?: number;
}

export interface PostAnswer {
  readonly status: number;
  /** Seconds the receiver asks to be left alone (Retry-After); 0 when it does not. */
  readonly retryAfter: number;
}

export interface Poster {
  /** Sends one message; what the receiver answers beyond its status is not read. @throws WebhookError */
  post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<PostAnswer>;
}

/** Whoever leases a message for sending must lease it for longer, else two workers could hold it at once. */
export const longestPostMs = 15_000;

/** Sends to addresses that people entered: none of this network's own, no redirect, no proxy, one connection for each message. */
export function openPoster({ privateHosts, timeoutMs = longestPostMs }: PosterOptions): Poster {
  return {
    post: async (url, body, headers) => {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        return await post(new URL(url), body, headers, privateHosts, signal);
      } catch (error) {
        throw signal.aborted ? new WebhookError('webhooks.unanswered', { cause: error }) : webhookErrorOf(error);
      }
    },
  };
}

function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  privateHosts: readonly string[],
  signal: AbortSignal,
): Promise<PostAnswer> {
  const trusted = privateHosts.includes(url.hostname.replace(/^\[|\]$/gu, ''));
  // The hosts may have been others when the address was entered: nothing goes in the clear to one that is trusted no longer.
  if (!trusted && url.protocol !== 'https:') return Promise.reject(new WebhookError('webhooks.privateAddress'));
  const agent = useAgent(url.href, { keepAlive: false, allowPrivateIPAddress: trusted });
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: 'POST',
        agent,
        signal,
        headers: {
          ...headers,
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Forum-Desk',
        },
      },
      (answer) => {
        resolve({ status: answer.statusCode ?? 0, retryAfter: secondsAsked(answer) });
        answer.destroy();
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function secondsAsked({ headers }: IncomingMessage): number {
  const asked = headers['retry-after'] ?? '';
  return /^\d{1,6}$/u.test(asked) ? Number(asked) : 0;
}
