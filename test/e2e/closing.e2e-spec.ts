import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { closeConnectionsAtEnd } from '../../apps/api/src/http/closing.js';
import { createTestApp, type TestApp } from '../support/app.js';

const signIn = (body: string) =>
  `POST /api/v1/auth/sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n`;

/** Resolves once a connection is gone, however it went. */
const gone = (socket: Socket): Promise<void> =>
  new Promise((resolve) => socket.on('error', () => undefined).once('close', () => resolve()));

/** A connection that the server has taken. */
async function open(app: NestFastifyApplication): Promise<Socket> {
  const server = app.getHttpServer();
  const taken = once(server, 'connection');
  const socket = connect(Number(new URL(await app.getUrl()).port), '127.0.0.1');
  await Promise.all([taken, once(socket, 'connect')]);
  return socket;
}

/** Sends the head of a request, whose body is still to come, and waits until the server has it. */
async function ask(app: NestFastifyApplication, head: string): Promise<Socket> {
  const socket = await open(app);
  const heard = once(app.getHttpServer(), 'request');
  socket.write(head);
  await heard;
  return socket;
}

describe('the end of the API', () => {
  let desk: TestApp;
  beforeEach(async () => {
    desk = await createTestApp('empty');
    await desk.app.listen(0, '127.0.0.1');
  });
  afterEach(() => desk.close());

  it('does not wait for a connection on which nothing was asked, as browsers open them ahead of need', async () => {
    const silent = await open(desk.app);
    const halfway = await open(desk.app);
    halfway.write('GET /heal');
    const ended = Promise.all([gone(silent), gone(halfway)]);
    await desk.app.close();
    await ended;
  });

  it('does not wait for a connection that was answered and kept', async () => {
    const socket = await ask(desk.app, 'GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 [^]*keep-alive/i);
    const ended = gone(socket);
    await desk.app.close();
    await ended;
  });

  it('answers what is under way first, then closes its connection too', async () => {
    const body = JSON.stringify({ email: 'nobody@forum.example', password: 'forum-desk-demo' });
    const socket = await ask(desk.app, signIn(body));
    const said = text(socket);
    let closed = false;
    const closing = desk.app.close().then(() => {
      closed = true;
    });
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    expect(closed).toBe(false);
    socket.write(body);
    expect(await said).toMatch(/^HTTP\/1\.1 401 [^]*identity\.badCredentials/);
    await closing;
  });
});

@Module({})
class Nothing {}

it('cuts at the end what is not answered in time', async () => {
  const app = await NestFactory.create<NestFastifyApplication>(Nothing, new FastifyAdapter(), { logger: false });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/never', () => new Promise(() => undefined));
  closeConnectionsAtEnd(app, 1);
  await app.listen(0, '127.0.0.1');
  const socket = await ask(app, 'GET /never HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const ended = gone(socket);
  await app.close();
  await ended;
});
