/** Jest in ESM mode over TypeScript sources; doors of libs (`#name`) lead to the sources, not to dist. */
export default {
  rootDir: '..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/', '<rootDir>/apps/web/build/', '<rootDir>/apps/web/dist/'],
  haste: { forceNodeFilesystemAPI: true },
  watchman: false,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    // Its ES build imports JSON in a way that Jest warns of at every use.
    '^libphonenumber-js/max$': '<rootDir>/node_modules/libphonenumber-js/max/index.cjs',
    '^fast-check$': '<rootDir>/test/fast-check.mjs',
    '^#([a-z0-9-]+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', {
      swcrc: false,
      sourceMaps: 'inline',
      module: { type: 'es6' },
      jsc: {
        target: 'es2023',
        keepClassNames: true,
        parser: { syntax: 'typescript', decorators: true, tsx: false },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
      },
    }],
  },
  testTimeout: 30_000,
  maxWorkers: 2,
  // Modules of tests that are over are not all given back by Node's vm modules: a worker that has grown is replaced.
  workerIdleMemoryLimit: '700MB',
  testSequencer: '<rootDir>/test/longest-first.mjs',
};
