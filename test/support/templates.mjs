import pg from 'pg';

/** Two templates: `forum_empty` is migrated, `forum_record` holds the real record and the demo accounts as well. */
export async function prepareTemplates(root, server) {
  const { migrate } = await import(`${root}dist/libs/platform/database/index.js`);
  const { loadRecord = loadBodiesOnly(root) } = await import(`${root}dist/libs/forum/history/index.js`).catch(() => ({}));
  const admin = new pg.Client({ connectionString: server.superuserUrl });
  await admin.connect();
  try {
    await admin.query('create database forum_empty owner forum_owner');
    await migrate({ migrationUrl: named(server.migrationUrl, 'forum_empty'), appUrl: named(server.appUrl, 'forum_empty') });
    await admin.query('create database forum_record template forum_empty owner forum_owner');
    await loadRecord({ appUrl: named(server.appUrl, 'forum_record'), demo: true });
  } finally {
    await admin.end();
  }
}

/** Until the record can be loaded: the two ministries and the demo accounts. */
function loadBodiesOnly(root) {
  return async ({ appUrl }) => {
    const { Database } = await import(`${root}dist/libs/platform/database/index.js`);
    const { forumEntities } = await import(`${root}dist/libs/forum/assembly/index.js`);
    const { seedDemoAccounts } = await import(`${root}dist/libs/forum/identity/index.js`);
    const { historicText, newId } = await import(`${root}dist/libs/core/kernel/index.js`);
    const database = new Database({ url: appUrl, entities: forumEntities });
    const actor = { userId: newId(), side: null, roles: [], postIds: [], language: 'en', databaseRole: 'forum_worker' };
    await database.runInTx(actor, async (tx) => {
      for (const [code, side, name] of [['KR-MSIT', 'kr', { ko: '과학기술정보통신부', ja: '科学技術情報通信部', en: 'MSIT' }], ['JP-MIC', 'jp', { ko: '총무성', ja: '総務省', en: 'MIC' }]]) {
        const id = newId();
        await tx.query(`insert into forum.body (id, code, side, country, kind) values ($1, $2, $3, upper($3), 'ministry')`, [id, code, side]);
        await tx.query(`insert into forum.body_name (id, body_id, side, name) values ($1, $2, $3, $4)`, [newId(), id, side, historicText(name, 'ko')]);
      }
      await seedDemoAccounts(tx);
    });
    await database.close();
  };
}

function named(url, database) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
