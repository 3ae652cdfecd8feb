import { DomainError } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { loadConfigOrExit } from '#platform/config';
import { loadRecord } from '#forum/history';
import { progressWriter, refusalLines, reportLines } from './record-output.js';

/** First start: the record of the installation, and in demo mode the demo accounts. A second run changes nothing. */
installCatalogues();
const config = loadConfigOrExit(['DATABASE_URL']);
try {
  const report = await loadRecord({
    appUrl: config.databaseUrl ?? '',
    demo: config.demoMode,
    onProgress: progressWriter(process.stdout),
  });
  process.stdout.write(`${reportLines(report).at(-1) ?? ''}\n`);
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  process.stderr.write(`${refusalLines(error).join('\n')}\n`);
  process.exitCode = 1;
}
