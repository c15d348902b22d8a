import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import config from './svelte.config.js';

const door = {
  group: ['@tauri-apps/*'],
  message: 'Only lib/ipc talks to the shell.',
};
const upward = {
  group: ['**/features/**', '**/shell/**', '**/routes'],
  message: 'The library knows neither screens nor features.',
};
const sideways = {
  regex: '^(\\.\\./)+(shell|routes|App|features)\\b|^\\.\\./[a-z]+/',
  message: 'A feature imports the library or itself.',
};
const restrict = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

export default ts.config(
  { ignores: ['dist', 'node_modules', '**/*.gen.ts', 'public'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig: config },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      // `$bindable` and `$props` need `let`.
      'prefer-const': 'off',
    },
  },
  {
    rules: {
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['src/**'], rules: restrict(door) },
  { files: ['src/lib/**'], rules: restrict(door, upward) },
  { files: ['src/lib/ipc/**'], rules: restrict(upward) },
  { files: ['src/features/**'], rules: restrict(door, sideways) },
  {
    files: ['scripts/**', '*.js'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },
);
