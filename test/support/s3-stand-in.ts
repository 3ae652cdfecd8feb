import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3StandIn {
  readonly origin: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly objects: Map<string, { bytes: Buffer; at: Date }>;
  /** Method and status of every answer, in order. */
  readonly answers: string[];
  /** How many of the next requests are answered with this status instead. */
  refuse(status: number, times: number): void;
  close(): Promise<void>;
}

/**
 * An object store on loopback that believes nothing: it computes the signature (Signature Version 4) and the hash of the body itself
 * and refuses what does not agree. It knows put, get with a range, delete, and list in pages of two.
 */
export async function startS3StandIn(): Promise<S3StandIn> {
  const bucket = 'papers';
  const accessKeyId = 'stand-in';
  const secretAccessKey = 'not-a-secret';
  const objects: S3StandIn['objects'] = new Map();
  const answers: string[] = [];
  let refusal = { status: 0, times: 0 };

  const answer = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    const say = (status: number, words: string | Buffer = '', headers: Record<string, string> = {}): void => {
      answers.push(`${request.method ?? ''} ${String(status)}`);
      response.writeHead(status, headers).end(words);
    };
    const fault = (status: number, code: string) => {
      say(status, `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`, { 'content-type': 'application/xml' });
    };
    if (refusal.times > 0) {
      refusal.times -= 1;
      fault(refusal.status, 'SlowDown');
      return;
    }
    if (!isSigned(request, body, accessKeyId, secretAccessKey)) {
      fault(403, 'SignatureDoesNotMatch');
      return;
    }
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const key = decodeURIComponent(url.pathname.slice(`/${bucket}/`.length));
    if (!url.pathname.startsWith(`/${bucket}`)) fault(404, 'NoSuchBucket');
    else if (request.method === 'PUT') {
      objects.set(key, { bytes: body, at: new Date() });
      say(200);
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      say(204);
    } else if (url.searchParams.has('list-type')) {
      say(200, listOf(objects, url.searchParams), { 'content-type': 'application/xml' });
    } else {
      const found = objects.get(key);
      const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
      if (!found) fault(404, 'NoSuchKey');
      else if (range) say(206, found.bytes.subarray(Number(range[1]), Number(range[2]) + 1));
      else say(200, found.bytes);
    }
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    bucket,
    accessKeyId,
    secretAccessKey,
    objects,
    answers,
    refuse: (status, times) => {
      refusal = { status, times };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listOf(objects: S3StandIn['objects'], query: URLSearchParams): string {
  const after = query.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after).sort();
  const page = keys.slice(0, 2);
  const rows = page.map(
    (key) =>
      `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.at.toISOString() ?? ''}</LastModified><Size>1</Size></Contents>`,
  );
  const more = keys.length > 2;
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${String(more)}</IsTruncated>${more ? `<NextContinuationToken>${page[1] ?? ''}</NextContinuationToken>` : ''}${rows.join('')}</ListBucketResult>`;
}

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** Computes the signature from what arrived (AWS Signature Version 4) and the hash of the body from its bytes. */
function isSigned(request: IncomingMessage, body: Buffer, accessKeyId: string, secret: string): boolean {
  const authorization =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  const [, id, day = '', region = '', names = '', signature] = authorization ?? [];
  const hash = String(request.headers['x-amz-content-sha256']);
  if (id !== accessKeyId || hash !== sha256(body) || !names.split(';').includes('x-amz-content-sha256')) return false;
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, url.pathname, query, headers.join(''), names, hash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', String(request.headers['x-amz-date']), scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), 's3'), 'aws4_request');
  return hmac(key, toSign).toString('hex') === signature;
}
