import { fileErrors } from './file.errors.js';

const mebibyte = 1_048_576;

/** More parts than any paper has. */
export const maxParts = 10_000;
/** A document in a document is a chart's table; one more level has no honest use. */
export const maxDepth = 2;
/** The longest tag or text of interest. */
export const maxTagLength = mebibyte;
/** A document inside a document is looked into in memory. */
export const maxNestedBytes = 16 * mebibyte;

/** What one file may cost: bytes that come out of it and bytes of XML that are read. Shared by everything nested in it. */
export class Budget {
  private bytes: number;
  private markup = 256 * mebibyte;

  constructor(fileSize: number) {
    this.bytes = Math.min(1024 * mebibyte, Math.max(100 * mebibyte, 20 * fileSize));
  }

  /** @throws files.expandsTooMuch */
  spend(bytes: number): void {
    this.bytes -= bytes;
    if (this.bytes < 0) throw fileErrors.expandsTooMuch();
  }

  /** @throws files.expandsTooMuch */
  spendMarkup(bytes: number): void {
    this.markup -= bytes;
    if (this.markup < 0) throw fileErrors.expandsTooMuch();
  }

  /** Whether this much could still come; asked of what a directory declares, before anything is unpacked. */
  covers(bytes: number): boolean {
    return bytes <= this.bytes;
  }
}
