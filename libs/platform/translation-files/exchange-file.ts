import type { Language } from '#core/kernel';

/** One text that goes to an office working offline. */
export interface SentUnit {
  /** UUID; stable for as long as the request is. */
  readonly id: string;
  /** Where the text stands, in the words of the source language, for the translator. */
  readonly label: string;
  readonly source: string;
  /** Revision of the source; comes back with the translation. */
  readonly revision: number;
  readonly target: string | null;
  readonly state: 'initial' | 'translated' | 'reviewed' | 'final';
  /** The target came from a machine and was not seen by a person. */
  readonly machine: boolean;
  /** The target says an older revision of the source. */
  readonly stale: boolean;
}

/** A request as it is sent out. */
export interface SentFile {
  /** UUID of the request; comes back with the file. */
  readonly requestId: string;
  readonly from: Language;
  readonly to: Language;
  readonly title: string;
  /** What the translator should know, in the target language. */
  readonly notes: readonly string[];
  readonly units: readonly SentUnit[];
}

/** One text as it came back. */
export interface ReturnedUnit {
  /** The unit's id, or its last eight letters where the format carries only those. */
  readonly id: string;
  /** Revision the translator had; null when the file no longer says it. */
  readonly revision: number | null;
  /** The source as the file has it. */
  readonly source: string;
  /** Empty when nothing was translated. */
  readonly target: string;
  /** The file says that a machine wrote it. */
  readonly machine: boolean;
}

/** A file as it came back. What is not in it is null; nothing in it is trusted. */
export interface ReturnedFile {
  readonly requestId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly units: readonly ReturnedUnit[];
}

/** Largest file that is read, in bytes: a request of hundreds of texts has far less. */
export const MAX_TRANSLATION_FILE = 5_000_000;
/** Most texts of one file. */
export const MAX_UNITS = 2_000;

/** The short form of a unit's id that fits into a table: the random end of a UUIDv7. */
export const unitCode = (id: string): string => id.slice(-8);
