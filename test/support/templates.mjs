import pg from 'pg';

/** Two templates: `forum_empty` is migrated, `forum_record` holds the real record and the demo accounts as well. */
export async function prepareTemplates(root, server) {
  const { migrate } = await import(`${root}dist/libs/platform/database/index.js`);
  const { loadRecord } = await import(`${root}dist/libs/forum/history/index.js`);
  const admin = new pg.Client({ connectionString: server.superuserUrl });
  await admin.connect();
  try {
    await admin.query('create database forum_empty owner forum_owner');
    await migrate({
      migrationUrl: named(server.migrationUrl, 'forum_empty'),
      appUrl: named(server.appUrl, 'forum_empty'),
    });
    await admin.query('create database forum_record template forum_empty owner forum_owner');
    await loadRecord({ appUrl: named(server.appUrl, 'forum_record'), demo: true });
  } finally {
    await admin.end();
  }
}

function named(url, database) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
