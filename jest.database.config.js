import base from './jest.config.js';

/** Suites that need PostgreSQL: one server for the run, one cloned database per test file, one copy of the product per worker. */
export default {
  ...base,
  testMatch: ['**/*.int-spec.ts', '**/*.e2e-spec.ts', '**/*.browser-spec.ts'],
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};
