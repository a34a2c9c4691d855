import { join } from 'node:path';
import tseslint from 'typescript-eslint';
import { printedByIntl } from './printed-by-intl.mjs';

const root = join(import.meta.dirname, '..');

/** Type-checked rules over every TypeScript source; the pages have a configuration of types of their own. */
export default tseslint.config(
  { ignores: ['.github/**', 'dist/**', 'node_modules/**', 'var/**', 'apps/web/*.config.ts', '**/.react-router/**', '**/*.mjs', '**/*.gen.ts', '**/*.d.ts', 'test/eslint.config.js'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: [join(root, 'tsconfig.base.json'), join(root, 'apps/web/tsconfig.json')], tsconfigRootDir: root } },
    linterOptions: { noInlineConfig: true },
    rules: {
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 300],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Modules of NestJS are classes without a body.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // NestJS declares its options, which are plain objects, as classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Records are plain: an entity's class holds columns, no behaviour that a copy could lose.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `texts.t` and its like are handed on as they are; none of them looks at `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Two rules that look at every name's type: a third of the whole run, and the house has no enums.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      // Fields that another call changes during an `await` look constant to it.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Types of payloads are given by the caller (`tx.query<Row>`), so they stand only once in a signature.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['**/*.spec.ts', 'libs/testkit/**', 'test/**/*.ts'],
    rules: {
      // Answers of the system under test are JSON: `toMatchObject` says what is expected of them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // React Router's way to answer with a redirect or a status is to throw a Response.
    files: ['apps/web/**'],
    rules: { '@typescript-eslint/only-throw-error': 'off' },
  },
  {
    files: ['apps/web/app/**/*.tsx'],
    plugins: { house: { rules: { 'printed-by-intl': printedByIntl } } },
    rules: { 'house/printed-by-intl': 'error' },
  },
  { files: ['apps/launcher/**', 'apps/demo/**', 'test/**'], rules: { 'no-console': 'off' } },
);
