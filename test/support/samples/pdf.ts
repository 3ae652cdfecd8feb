import { deflateSync } from 'node:zlib';

export interface PdfParts {
  /** Further entries of the catalogue. */
  readonly catalogue?: string;
  /** Further objects, each `<< … >>` or a stream, numbered from 5. */
  readonly objects?: readonly (string | Buffer)[];
  /** Further entries of the trailer. */
  readonly trailer?: string;
  /** Put straight after the header. */
  readonly preamble?: string;
  /** Put after the end mark. */
  readonly after?: string;
}

/** A PDF of one page with one line of text, with a correct cross-reference table. */
export function pdfOf(parts: PdfParts = {}): Buffer {
  const content = 'BT /F1 24 Tf 72 720 Td (Forum Desk) Tj ET';
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${parts.catalogue ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    ...(parts.objects ?? []),
  ];
  const chunks: Buffer[] = [Buffer.from(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n${parts.preamble ?? ''}`, 'latin1')];
  const offsets: number[] = [];
  let offset = chunks[0]?.length ?? 0;
  objects.forEach((object, index) => {
    offsets.push(offset);
    const bytes = Buffer.concat([
      Buffer.from(`${String(index + 1)} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
      Buffer.from('\nendobj\n'),
    ]);
    chunks.push(bytes);
    offset += bytes.length;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${parts.trailer ?? ''} >>\nstartxref\n${String(offset)}\n%%EOF\n${parts.after ?? ''}`;
  return Buffer.concat([...chunks, Buffer.from(end, 'latin1')]);
}

/** A stream object, packed with Flate unless told otherwise. */
export function streamOf(
  entries: string,
  data: Buffer | string,
  { packed = true, filter = '/Filter /FlateDecode' } = {},
): Buffer {
  const bytes = packed ? deflateSync(Buffer.from(data)) : Buffer.from(data);
  return Buffer.concat([
    Buffer.from(`<< ${entries} ${packed ? filter : ''} /Length ${String(bytes.length)} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** Objects hidden in an object stream, as PDF 1.5 writes them. */
export function objectStreamOf(objects: string, entries = '/Type /ObjStm'): Buffer {
  const head = '9 0 ';
  return streamOf(`${entries} /N 1 /First ${String(head.length)}`, head + objects);
}
