import { layers } from './layers.mjs';

const swc = {
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    experimental: { keepImportAttributes: true },
    keepClassNames: true,
  },
};

/** Jest in ESM mode on the sources: `#kernel` is read as TypeScript, not from dist/. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#store/testing$': '<rootDir>/libs/store/src/testing/database.ts',
    [`^#(${Object.keys(layers).join('|')})$`]: '<rootDir>/libs/$1/src/index.ts',
  },
  testMatch: ['<rootDir>/{apps,libs,test,migrations}/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['<rootDir>/test/support/properties.ts'],
  testTimeout: 60_000,
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/support/sequencer.mjs',
  // What a spec has loaded as modules is never given back: a worker that grew is started anew before it mostly collects garbage.
  workerIdleMemoryLimit: '700MB',
};
