/** Jest over TypeScript sources that Node itself loads (native-runtime.mjs); doors of libs (`#name`) lead to the sources, not to dist. */
export default {
  rootDir: '..',
  testEnvironment: 'node',
  runtime: '<rootDir>/test/native-runtime.mjs',
  testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/', '<rootDir>/apps/web/build/', '<rootDir>/apps/web/dist/'],
  haste: { forceNodeFilesystemAPI: true },
  watchman: false,
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
  // Whoever plays a journey waits for servers, browsers and letters, which come; a machine that does other work too takes its time.
  testTimeout: 60_000,
  maxWorkers: 2,
  // The modules of a spec that is over are not given back by Node: a worker that has grown is replaced.
  workerIdleMemoryLimit: '700MB',
  testSequencer: '<rootDir>/test/longest-first.mjs',
};
