import type { Audience } from '#core/kernel';
import type { Tx } from './tx.js';

/** A fact that happened inside a transaction, e.g. `agenda.signed`. The type parameter is its payload: ids and versions, never text. */
export interface DomainEvent<Payload extends object> {
  readonly name: string;
  /** Only carries the payload's type; never set. */
  readonly payload?: Payload;
}

/** What an event is about and who may come to know that it happened. */
export interface EventSubject {
  readonly audience: Audience;
  readonly subjectType: string;
  readonly subjectId: string;
}

type Listener = (tx: Tx, payload: object, about: EventSubject, event: string) => Promise<void>;

const names = new Set<string>();
const listeners = new Map<string, Listener[]>();
const everything: Listener[] = [];

/** Declares an event. Past tense, `<capability>.<fact>`; declaring one name twice is a programming error. */
export function defineEvent<Payload extends object>(name: string): DomainEvent<Payload> {
  if (names.has(name)) throw new Error(`event ${name} is declared twice`);
  names.add(name);
  return { name };
}

/** Names of all declared events, for the audit trail and the architecture checks. */
export function eventNames(): string[] {
  return [...names].sort();
}

/**
 * Runs `listener` inside every transaction that publishes `event`, before it commits (design.md decision 9: a reminder is planned
 * in the transaction that causes it). A listener that throws undoes the whole transaction.
 */
export function subscribeInTx<Payload extends object>(
  event: DomainEvent<Payload>,
  listener: (tx: Tx, payload: Payload, about: EventSubject) => Promise<void>,
): void {
  const known = listeners.get(event.name) ?? [];
  known.push((tx, payload, about) => listener(tx, payload as Payload, about));
  listeners.set(event.name, known);
}

/** As `subscribeInTx`, for every event: the audit trail. */
export function subscribeToAllInTx(listener: Listener): void {
  everything.push(listener);
}

/** Calls the listeners of one event in the order they subscribed. Used by `Tx.publish` only. */
export async function notifyInTx(tx: Tx, event: string, payload: object, about: EventSubject): Promise<void> {
  for (const listener of listeners.get(event) ?? []) await listener(tx, payload, about, event);
  for (const listener of everything) await listener(tx, payload, about, event);
}
