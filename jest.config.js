/** One configuration for every suite; `test/run.mjs` picks the suites. TypeScript is compiled by SWC, types are checked by `npm run check`. */
export default {
  rootDir: '.',
  roots: ['<rootDir>/libs', '<rootDir>/apps/api', '<rootDir>/apps/worker', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: '<rootDir>/test/support/jest/environment.mjs',
  testRunner: '<rootDir>/test/support/jest/runner.mjs',
  globalSetup: '<rootDir>/test/support/jest/compile.mjs',
  transform: {},
  testTimeout: 30_000,
};
