import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier/flat';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import storybook from 'eslint-plugin-storybook';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Domain code gets time, zone, locale and chance as arguments, so the same input always gives the same answer. */
const ambient = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Take the time as an argument.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time as an argument.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Take chance as an argument.' },
  {
    selector: "NewExpression[callee.object.name='Intl'][arguments.length=0]",
    message: 'Name the locale: the ambient one differs between machines.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale(String|DateString|TimeString)$/][arguments.length=0]',
    message: 'Name the locale: the ambient one differs between machines.',
  },
];

export default defineConfig(
  globalIgnores([
    // As they were measured: the harness and the other kits' subjects.
    'bench/lib/**',
    'bench/lists/list-*',
    'bench/lists/_*',
    'bench/subjects/*',
    '!bench/subjects/ours*',
    'bench/tools/**',
    'bench/dist/**',
    'bench/results/**',
    'bench/run.mjs',
    'bench/report.mjs',
    'bench/build.mjs',
    'dist',
    'build',
    'coverage',
    'storybook-static',
    '.cache',
    'src/styles/icons.ts',
    'src/styles/icons/**',
    'src/domain/phone-metadata.ts',
    'src/documents/fonts/**',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
    ],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/lifecycle-super': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-nothing': 'error',
      'lit/quoted-expressions': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, properties: false } },
      ],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ambient] },
  },
  {
    files: ['src/{ports,store,sync,adapters,controllers,elements,dom}/**/*.ts'],
    ignores: ['src/adapters/web/**'],
    // Time comes from the Clock port: only src/adapters/web reads the machine's.
    rules: { 'no-restricted-syntax': ['error', ...ambient.slice(0, 2)] },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: "Text is text nodes; markup is lit's html``." },
        { property: 'outerHTML', message: "Text is text nodes; markup is lit's html``." },
        { property: 'insertAdjacentHTML', message: "Text is text nodes; markup is lit's html``." },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['lit/directives/unsafe-*', 'lit/directives/style-map*'],
              message: 'Breaks the strict content security policy.',
            },
          ],
        },
      ],
    },
  },
  {
    // chai's assertions are thenable and property-like, node:test's describe and it return promises nobody awaits
    files: ['test/**/*.ts', 'gateway/test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    // runs in the page and in Node; the subjects beside ours stay as they were when they were measured
    files: ['bench/**'],
    languageOptions: {
      globals: Object.assign(
        Object.fromEntries(
          ['__B', '__S', '__CV__', '__IMAGES__', '__VIRTUAL__', 'bench'].map((name) => [name, 'readonly']),
        ),
        globals.node,
        globals.browser,
      ),
    },
    rules: { 'no-empty': 'off', 'no-unused-vars': 'off', 'no-useless-assignment': 'off', 'no-useless-escape': 'off' },
  },
  storybook.configs['flat/recommended'],
  prettier,
);
