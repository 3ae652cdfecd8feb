/** One part of a form, as it goes over the wire; nothing is escaped, so that nothing is made safe by accident. */
export interface FormPart {
  readonly name: string;
  /** A file when given: the value of `filename`, byte for byte. */
  readonly filename?: string | Buffer;
  readonly data: Buffer | string;
  /** Further header lines, or other parameters of Content-Disposition beginning with `;`. */
  readonly headers?: string;
}

export const boundary = '----forum-desk-test';
export const formType = `multipart/form-data; boundary=${boundary}`;

/** The body of a form. `end: false` leaves out the closing boundary, as a sender that breaks off does. */
export function multipartOf(parts: readonly FormPart[], { end = true } = {}): Buffer {
  const chunks = parts.flatMap(({ name, filename, data, headers = '' }) => {
    const extra = headers.startsWith(';') ? headers : '';
    const lines = headers === '' || extra !== '' ? '' : `${headers}\r\n`;
    return [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"`),
      ...(filename === undefined ? [] : [Buffer.from('; filename="'), Buffer.from(filename), Buffer.from('"')]),
      Buffer.from(
        `${extra}\r\n${filename === undefined ? '' : 'Content-Type: application/octet-stream\r\n'}${lines}\r\n`,
      ),
      Buffer.from(data),
      Buffer.from('\r\n'),
    ];
  });
  return Buffer.concat([...chunks, Buffer.from(end ? `--${boundary}--\r\n` : '')]);
}
