/**
 * A hand-written Fastify server: one prepared statement that reads the same rows as the product's page, and the same bytes as its answer.
 * No sign-in, no row-level security, no language. Arguments: JSON { url, routes: { [path]: { sql, values, body } } }
 */
import { readFileSync } from 'node:fs';
import { fastify } from 'fastify';
import pg from 'pg';

const { url, routes } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const pool = new pg.Pool({ connectionString: url, max: 8 });
const app = fastify();
for (const [path, { sql, values, body }] of Object.entries(routes)) {
  const statement = { name: path, text: sql, values };
  app.get(path, async (_request, reply) => {
    const { rows } = await pool.query(statement);
    if (rows.length === 0) return reply.code(404).send();
    return reply.type('application/json; charset=utf-8').send(body);
  });
}
await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`ready ${app.server.address().port}\n`);
process.on('SIGTERM', () => process.exit(0));
