import type { Audience, Language, LocalizedText } from '#core/kernel';
import { subscribeInTx, type DomainEvent, type EventSubject, type Reader, type Tx } from '#platform/database';

/** One text of an object, under the name its owner gives it, e.g. `title`. */
export interface TranslatableText {
  readonly field: string;
  readonly text: LocalizedText;
}

/** An object whose texts are translated at the desk, as its reader may see it. */
export interface TranslatableObject {
  readonly id: string;
  /** The container it belongs to; its own id where the object is what requests are made for. */
  readonly containerId: string;
  /** The version a write must name. */
  readonly version: number;
  readonly audience: Audience;
  readonly label: LocalizedText;
  /** Where a person reads it in the web app, e.g. `/sessions/…/agenda#item-…`. */
  readonly path: string;
  readonly sessionId: string | null;
  /** False once its texts are fixed (adopted, withdrawn): the desk shows them and writes nothing. */
  readonly open: boolean;
  readonly texts: readonly TranslatableText[];
}

/** One language of one text as it is delivered, or the word that the last change of the source needs none. */
export type TranslationWork =
  | { readonly text: string; readonly status: 'draft' | 'checked' | 'machine'; readonly ofRevision: number }
  | 'no-change';

export interface WriteTranslation {
  readonly id: string;
  readonly version: number;
  readonly field: string;
  readonly lang: Language;
  readonly work: TranslationWork;
}

/** What a capability says about the texts it owns, so that the desk can translate them without knowing it. */
export interface TranslatableKind {
  /** The type of the objects, as in events and the audit trail, e.g. `agenda_item`. */
  readonly subjectType: string;
  /** What a request is made for: a container of such objects (`agenda`), or the object itself (`paper`). */
  readonly containerType: string;
  /** All objects of one container that the reader may see, in their order; none when there is no such container to see. */
  ofContainer(reader: Reader, containerId: string): Promise<TranslatableObject[]>;
  /** Those of these objects that the reader may see. */
  find(reader: Reader, ids: readonly string[]): Promise<TranslatableObject[]>;
  /** Writes one language by the owner's own rules; throws the owner's errors, common.staleVersion among them. */
  write(tx: Tx, input: WriteTranslation): Promise<void>;
  /**
   * Published after a change of source texts, or of who sees them. Each is about one object (`subjectType`) or one container
   * (`containerType`) by its id.
   */
  readonly changedBy: readonly DomainEvent<object>[];
}

type ChangeListener = (tx: Tx, kind: TranslatableKind, about: EventSubject) => Promise<void>;

const kinds = new Map<string, TranslatableKind>();
let onChange: ChangeListener | null = null;

/** Puts the texts of a capability before the desk; called once, from the capability's index. */
export function registerTranslatable(kind: TranslatableKind): void {
  if (kinds.has(kind.containerType)) throw new TypeError(`translation.registeredTwice ${kind.containerType}`);
  kinds.set(kind.containerType, kind);
  for (const event of kind.changedBy) {
    subscribeInTx(event, async (tx, _payload, about) => {
      await onChange?.(tx, kind, about);
    });
  }
}

/** Says what happens to requests when a source changes; called once, by this capability itself. */
export function followSourceChanges(listener: ChangeListener): void {
  onChange = listener;
}

/** The kind a request's subject belongs to, or undefined for a word no capability has registered. */
export function translatableOf(containerType: string): TranslatableKind | undefined {
  return kinds.get(containerType);
}

/** What requests can be made for, e.g. `agenda`, `paper`. */
export function translatableTypes(): string[] {
  return [...kinds.keys()].sort();
}
