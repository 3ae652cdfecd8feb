const password = 'forum-desk-demo';
const accounts = [
  ['secretariat.kr', 'secretariat.jp'],
  ['head.kr', 'head.jp'],
  ['delegate.kr', 'delegate.jp'],
  ['official.kr', 'official.jp'],
  ['company.kr', 'company.jp'],
  ['interpreter', 'observer'],
  ['auditor', 'admin'],
];

/** The last lines of a start: where it is, who can sign in, how to stop it. */
export function welcome(config, duration, say) {
  const address = process.env.PUBLIC_URL ? config.publicUrl : `http://localhost:${config.port}`;
  say('');
  say(`Forum Desk is ready after ${duration}:  ${address}`);
  if (config.demoMode) {
    say('');
    say(`Demo accounts, all at forum.example, password ${password}:`);
    for (const row of accounts)
      say(
        `  ${row
          .map((name) => `${name}@forum.example`.padEnd(34))
          .join('')
          .trimEnd()}`,
      );
    if (!['127.0.0.1', 'localhost', '::1'].includes(config.host))
      say('  ! Other machines can reach this address; set DEMO_MODE=off unless they may use these accounts.');
  }
  say('');
  say(`Data and logs: ${config.dataDir}    Stop: Ctrl-C`);
}
