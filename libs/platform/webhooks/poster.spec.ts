import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import { Webhook } from 'standardwebhooks';
import { openPoster } from './poster.js';
import { newWebhookSecret, signedHeaders } from './signature.js';

const portOf = (server: Server | TlsServer): string => {
  const address = server.address();
  return String(typeof address === 'object' && address !== null ? address.port : 0);
};

describe('sending to an address that people entered', () => {
  let arrived = 0;
  let server: Server;
  let withoutCertificate: TlsServer;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      arrived += 1;
      response.writeHead(200).end('x'.repeat(1_000_000));
    });
    withoutCertificate = createTlsServer();
    withoutCertificate.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1');
    withoutCertificate.listen(0, '127.0.0.1');
    await Promise.all([once(server, 'listening'), once(withoutCertificate, 'listening')]);
  });
  afterAll(() => {
    server.close();
    withoutCertificate.close();
  });
  beforeEach(() => {
    arrived = 0;
  });

  const post = (url: string, privateHosts: readonly string[] = []): Promise<unknown> =>
    openPoster({ privateHosts, timeoutMs: 2_000 }).post(url, '{}', {});

  it('reaches none of the own network, by address or by name, unless the host is allowed', async () => {
    const port = portOf(server);
    for (const host of ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '169.254.169.254', '10.0.0.8'])
      await expect(post(`http://${host}:${port}/`)).rejects.toThrow('webhooks.privateAddress');
    await expect(post(`http://localhost:${port}/`)).rejects.toThrow('webhooks.privateAddress');
    await expect(post(`http://127.0.0.1:${port}/`, ['localhost'])).rejects.toThrow('webhooks.privateAddress');
    expect(arrived).toBe(0);
    await expect(post(`http://127.0.0.1:${port}/`, ['127.0.0.1'])).resolves.toEqual({ status: 200, retryAfter: 0 });
    expect(arrived).toBe(1);
  });

  it('sends nothing in the clear to a host that is not, or no longer, allowed, public though it be', async () => {
    // An address for documentation (RFC 5737): public as far as the filter knows, and nobody answers there.
    await expect(post('http://203.0.113.7/')).rejects.toThrow('webhooks.privateAddress');
    await expect(post('http://8.8.8.8:1/')).rejects.toThrow('webhooks.privateAddress');
  });

  it('says what stood in the way', async () => {
    const allowed = ['127.0.0.1'];
    await expect(post(`https://127.0.0.1:${portOf(withoutCertificate)}/`, allowed)).rejects.toThrow(
      'webhooks.badCertificate',
    );
    await expect(post(`https://127.0.0.1:${portOf(server)}/`, allowed)).rejects.toThrow('webhooks.badCertificate');
    await expect(post('http://127.0.0.1:1/', allowed)).rejects.toThrow('webhooks.unreachable');
    expect(arrived).toBe(0);
  });
});

describe('the signature of a message', () => {
  it('is made with each secret, and any one of them is enough', () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()];
    expect(secrets[0]).not.toBe(secrets[1]);
    const message = { id: 'id', at: new Date().toISOString(), body: '{"title":"한글 漢字"}' };
    const headers = signedHeaders(message, secrets);
    for (const secret of secrets)
      expect(new Webhook(secret).verify(message.body, headers)).toEqual({ title: '한글 漢字' });
    expect(() => new Webhook(newWebhookSecret()).verify(message.body, headers)).toThrow('No matching signature');
  });
});
