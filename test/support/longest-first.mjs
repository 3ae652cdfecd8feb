import { sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** Seconds that the long files take, for a checkout that has not run them yet; roughly is enough. All others take fewer. */
const long = {
  'test/browser/accessibility.browser-spec.ts': 150,
  'test/e2e/side-isolation.e2e-spec.ts': 90,
  'test/e2e/mirror.e2e-spec.ts': 45,
  'test/browser/thread.browser-spec.ts': 40,
  'test/browser/agenda.browser-spec.ts': 27,
  'test/browser/calendar.browser-spec.ts': 20,
  'test/integration/agenda-keys.int-spec.ts': 19,
  'test/browser/translations.browser-spec.ts': 18,
  'test/integration/start.int-spec.ts': 18,
  'test/browser/papers.browser-spec.ts': 16,
  'test/e2e/mirror-dates.e2e-spec.ts': 16,
  'test/integration/embedded-database.int-spec.ts': 16,
  'test/browser/agenda-offline.browser-spec.ts': 15,
  'test/browser/commitments.browser-spec.ts': 15,
  'test/browser/session-records.browser-spec.ts': 14,
  'test/browser/actions.browser-spec.ts': 14,
  'test/browser/radio.browser-spec.ts': 14,
  'test/browser/live.browser-spec.ts': 14,
  'test/browser/working-days.browser-spec.ts': 12,
  'test/browser/escalations.browser-spec.ts': 11,
  'test/integration/large-uploads.int-spec.ts': 11,
  'test/browser/glossary.browser-spec.ts': 10,
  'test/integration/row-security.int-spec.ts': 9,
  'test/e2e/postponing.e2e-spec.ts': 9,
  'test/browser/date-polls.browser-spec.ts': 8,
  'test/browser/agenda-versions.browser-spec.ts': 8,
  'test/performance/actions.int-spec.ts': 8,
  'test/e2e/session-records.e2e-spec.ts': 8,
  'test/e2e/live.e2e-spec.ts': 8,
  'test/browser/documents.browser-spec.ts': 7,
  'test/e2e/translations.e2e-spec.ts': 7,
};

/**
 * Starts the longest files first, so that no worker is left alone with one at the end: by what Jest measured in the last run, else
 * by the list above, else last. Jest's own order runs what it has never seen by the size of the file, which says little.
 */
export default class LongestFirst extends Sequencer {
  /** @param {import('@jest/test-result').Test[]} tests */
  sort(tests) {
    const seconds = new Map(
      tests.map((test) => {
        const path = test.path
          .slice(test.context.config.rootDir.length + 1)
          .split(sep)
          .join('/');
        const measured = this.time(test);
        return [test, measured === undefined ? (long[path] ?? 5) : measured / 1_000];
      }),
    );
    return [...tests].sort((one, other) => seconds.get(other) - seconds.get(one));
  }
}
