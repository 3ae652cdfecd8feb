import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import type { PaperView } from '../../apps/api/src/papers/papers.views.js';
import { answered, type TestClient } from './app.js';

/** Settings that keep the files of a test in a folder of its own. */
export const ownFiles = (): { readonly DATA_DIR: string } => ({
  DATA_DIR: mkdtempSync(join(tmpdir(), 'forum-desk-papers-')),
});

export interface Upload {
  readonly language?: string;
  readonly name?: string;
  readonly bytes?: Uint8Array | string;
}

/** Sends a file as a browser's form does. */
export async function upload(client: TestClient, paperId: string, over: Upload = {}): Promise<LightMyRequestResponse> {
  const { language = 'ko', name = '발언자료.txt', bytes = '주파수 정책 설명자료' } = over;
  const form = new FormData();
  form.set('language', language);
  form.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name);
  const encoded = new Response(form);
  return client.post(`papers/${paperId}/files`, {
    body: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  });
}

export interface PaperWish {
  readonly lang?: 'ko' | 'ja' | 'en';
  readonly title?: string;
  readonly grade?: 'public' | 'restricted';
  readonly itemIds?: readonly string[];
  readonly supersedes?: { readonly paperId: string; readonly kind: 'rev' | 'corr' | 'add' };
}

/** Announces a paper of the client's side. */
export const announce = (client: TestClient, sessionId: string, over: PaperWish = {}): Promise<PaperView> =>
  answered<PaperView>(
    client.post(`sessions/${sessionId}/papers`, {
      body: { lang: 'ko', title: '이동통신 주파수 정책', grade: 'public', ...over },
    }),
  );

/** Does one step with the version the client sees now. */
export async function step(
  client: TestClient,
  paperId: string,
  action: string,
  body: object = {},
): Promise<LightMyRequestResponse> {
  const { etag } = await answered<PaperView>(client.get(`papers/${paperId}`));
  return client.post(`papers/${paperId}/${action}`, { etag, body });
}

/** A paper of the client's side with its original, reviewed and released to both. */
export async function release(
  client: TestClient,
  sessionId: string,
  over: PaperWish & { readonly file?: Upload } = {},
): Promise<PaperView> {
  const { file, ...wish } = over;
  const { id } = await announce(client, sessionId, wish);
  await answered(upload(client, id, { language: wish.lang ?? 'ko', ...file }));
  await answered(step(client, id, 'review'));
  return answered<PaperView>(step(client, id, 'release'));
}
