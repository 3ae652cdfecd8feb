import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long a request under way may take once the server ends, in ms; the launcher waits 10 s for the process. */
const patienceMs = 5_000;

/**
 * Lets the server end. Node waits for every open connection, also for one on which nothing was asked yet, and browsers open
 * such ahead of need (nodejs/node 63452). From the end on, a connection is closed as soon as no request is under way on it; a request
 * that is not answered in time is cut.
 */
export function closeConnectionsAtEnd(app: NestFastifyApplication, cutAfterMs = patienceMs): void {
  const fastify = app.getHttpAdapter().getInstance();
  const server: Server = fastify.server;
  const underWay = new Map<Socket, number>();
  let ending = false;
  const tally = (socket: Socket, by: 1 | -1): void => {
    const count = (underWay.get(socket) ?? 0) + by;
    if (count === 0 && ending) socket.destroySoon();
    if (!socket.destroyed) underWay.set(socket, count);
  };
  server.on('connection', (socket) => {
    if (ending) {
      socket.destroy();
      return;
    }
    underWay.set(socket, 0);
    socket.once('close', () => underWay.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    tally(socket, 1);
    response.once('close', () => {
      tally(socket, -1);
    });
  });
  fastify.addHook('preClose', (done) => {
    ending = true;
    for (const [socket, count] of underWay) if (count === 0) socket.destroy();
    setTimeout(() => {
      server.closeAllConnections();
    }, cutAfterMs).unref();
    done();
  });
}
