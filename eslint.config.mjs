import js from '@eslint/js';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import { impure, layers, owners, pure } from './layers.mjs';

/** Pure libraries may hash, sign and decode; they may not read files, open sockets or look at the clock. */
const pureBuiltins = new Set(['buffer', 'crypto', 'util', 'string_decoder', 'zlib']);
const forbiddenBuiltins = builtinModules
  .filter((name) => !pureBuiltins.has(name.split('/')[0]))
  .flatMap((name) => [name, `node:${name.replace(/^node:/, '')}`]);

const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'A pure library has no clock: take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A pure library has no clock: take the time as an argument.',
  },
  { selector: "CallExpression[callee.object.name='performance']", message: 'A pure library has no clock.' },
];

function boundary(name) {
  const forbiddenLibs = Object.keys(layers).filter(
    (other) => other !== name && !layers[name].includes(other),
  );
  const owned = Object.entries(owners)
    .filter(([, who]) => !who.includes(name))
    .map(([pkg]) => pkg);
  const isPure = pure.includes(name);
  return {
    files: [`libs/${name}/**/*.ts`],
    ignores: isPure ? [`libs/${name}/**/*.spec.ts`, `libs/${name}/**/testing/**`] : [],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: isPure
            ? forbiddenBuiltins.map((path) => ({
                name: path,
                message: `${name} is pure: no input or output.`,
              }))
            : [],
          patterns: [
            {
              // The patterns are those of .gitignore, where a bare # begins a comment.
              group: forbiddenLibs.flatMap((lib) => [`\\#${lib}`, `**/libs/${lib}/**`, `**/${lib}/src/**`]),
              message: `${name} may import only: ${layers[name].join(', ') || 'nothing'} (layers.mjs).`,
            },
            {
              group: ['**/apps/**', ...owned.flatMap((pkg) => [pkg, `${pkg}/*`]), ...(isPure ? impure : [])],
              message: `Not for ${name} (layers.mjs).`,
            },
          ].filter(({ group }) => group.length > 0),
        },
      ],
      ...(isPure
        ? {
            'no-restricted-syntax': ['error', ...clock],
            'no-restricted-globals': ['error', 'fetch', 'process', 'setTimeout', 'setInterval', 'console'],
          }
        : {}),
    },
  };
}

const ownedByLibraries = {
  files: ['apps/**/*.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: Object.keys(owners).flatMap((pkg) => [pkg, `${pkg}/*`]),
            message: 'Owned by a library (layers.mjs).',
          },
          { group: ['**/libs/**'], message: 'Import a library by its name, as in #kernel.' },
        ],
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', '**/generated/**', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-console': 'error',
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  { files: ['apps/cli/**/*.ts', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['apps/**/*.ts', 'libs/store/**/*.ts', 'libs/queue/**/*.ts', 'libs/exchange/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  ...Object.keys(layers).map(boundary),
  ownedByLibraries,
);
