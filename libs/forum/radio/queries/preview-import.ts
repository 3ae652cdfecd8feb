import { createHash } from 'node:crypto';
import { DomainError, LANGUAGES } from '#core/kernel';
import type { Reader } from '#platform/database';
import { radioErrors } from '../domain/radio.errors.js';
import { readBand, type ReadBand } from '../domain/read-band.js';
import {
  decodeFile,
  FILE_ENCODINGS,
  readIssueFile,
  type FileEncoding,
  type IssueFileRow,
} from '../files/read-issue-file.js';
import { findOverlaps, type OverlapRow } from './overlaps.js';

export interface IssueRowPlan {
  readonly row: IssueFileRow;
  /** `known` says the same title with the same bands as a case the reader sees, or as an earlier row. */
  readonly outcome: 'added' | 'known' | 'refused';
  readonly bands: readonly ReadBand[];
  /** Cases that share band and area, the first few. */
  readonly overlaps: readonly OverlapRow[];
}

export interface IssueFilePlan {
  /** Null while the file is not UTF-8 and nobody has said what it is. */
  readonly encoding: FileEncoding | null;
  /** What the file reads like in each encoding it may have; for the question. */
  readonly samples: readonly { readonly encoding: FileEncoding; readonly text: string }[];
  readonly rows: readonly IssueRowPlan[];
  /** Names what was seen; an import names it so that nothing else is taken over. */
  readonly seen: string;
}

const SAMPLE_LENGTH = 240;
const OVERLAPS_SHOWN = 3;

/**
 * What the import of a file would do, row by row; nothing is written. UTF-8 is read as such; anything else is asked about.
 * @throws radio.fileTooLarge, radio.fileNotReadable for an encoding it is not in, radio.fileHeader, radio.fileEmpty, radio.fileTooLong
 */
export async function previewIssueFile(
  reader: Reader,
  bytes: Uint8Array,
  asked: FileEncoding | undefined,
): Promise<IssueFilePlan> {
  const encoding = asked ?? (decodeFile(bytes, 'utf-8') === null ? null : 'utf-8');
  if (encoding === null) {
    const samples = FILE_ENCODINGS.flatMap((one) => {
      const text = decodeFile(bytes, one);
      return text === null ? [] : [{ encoding: one, text: text.slice(0, SAMPLE_LENGTH) }];
    });
    if (samples.length === 0) throw radioErrors.fileNotReadable({ encoding: FILE_ENCODINGS.join(', ') });
    return { encoding, samples, rows: [], seen: '' };
  }
  const text = decodeFile(bytes, encoding);
  if (text === null) throw radioErrors.fileNotReadable({ encoding });
  const rows = await planRows(reader, readIssueFile(text));
  const essence = rows.map(({ row, outcome }) => [row, outcome]);
  return { encoding, samples: [], rows, seen: createHash('sha256').update(JSON.stringify(essence)).digest('hex') };
}

async function planRows(reader: Reader, file: readonly IssueFileRow[]): Promise<IssueRowPlan[]> {
  const known = await knownCases(
    reader,
    file.map((row) => row.title),
  );
  const plans: IssueRowPlan[] = [];
  for (const row of file) {
    const bands = row.bands.flatMap((text) => {
      const band = readBand(text);
      return band instanceof DomainError ? [] : [band];
    });
    const name = nameOf(row.title, bands);
    const outcome = row.faults.length > 0 ? 'refused' : known.has(name) ? 'known' : 'added';
    known.add(name);
    const overlaps =
      outcome === 'added' ? await findOverlaps(reader, { bands, areas: row.areas, limit: OVERLAPS_SHOWN }) : [];
    plans.push({ row, outcome, bands, overlaps });
  }
  return plans;
}

/** Title and bands of the cases that bear one of these titles in any language. */
async function knownCases(reader: Reader, titles: readonly string[]): Promise<Set<string>> {
  const rows = await reader.query<{ title: Record<string, { text: string } | undefined>; bands: ReadBand[] }>(
    `select i.title, coalesce((select jsonb_agg(jsonb_build_object('nominalHz', b.nominal_hz::text, 'lowHz', b.low_hz::text, 'highHz', b.high_hz::text)
              order by b.position) from forum.radio_band b where b.radio_issue_id = i.id and b.removed_at is null), '[]') as bands
       from forum.radio_issue i
      where i.status <> 'withdrawn' and (i.title -> 'ko' ->> 'text' = any ($1::text[]) or i.title -> 'ja' ->> 'text' = any ($1::text[])
            or i.title -> 'en' ->> 'text' = any ($1::text[]))`,
    [titles],
  );
  return new Set(
    rows.flatMap(({ title, bands }) =>
      LANGUAGES.flatMap((lang) => {
        const text = title[lang]?.text;
        return text === undefined ? [] : [nameOf(text, bands)];
      }),
    ),
  );
}

const nameOf = (title: string, bands: readonly ReadBand[]): string =>
  JSON.stringify([title, ...bands.map(({ nominalHz, lowHz, highHz }) => [nominalHz, lowHz, highHz])]);
