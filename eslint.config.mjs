import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that one thing has one name everywhere.',
}
const noPlaintextImage = {
  selector:
    "CallExpression[callee.property.name='serialize'][callee.object.name=/^(db|raw|database)$/]",
  message: 'db.serialize() hands out the decrypted database.',
}
const noPlaintextImageOfRaw = {
  ...noPlaintextImage,
  selector: "CallExpression[callee.property.name='serialize'][callee.object.property.name='raw']",
}
const noBackupCall = {
  selector:
    "CallExpression[callee.property.name='backup'][callee.object.name=/^(db|raw|database)$/]",
  message: 'db.backup() fails on an encrypted database.',
}
const noBackupCallOfRaw = {
  ...noBackupCall,
  selector: "CallExpression[callee.property.name='backup'][callee.object.property.name='raw']",
}
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' }
const databaseRules = [noPlaintextImage, noPlaintextImageOfRaw, noBackupCall, noBackupCallOfRaw]

const toolConfigs = ['*.config.ts', '*.config.mjs', 'build/**/*.mjs']

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/', 'coverage/', 'test-results/', '**/*.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // `'known' | (string & {})` is how a closed list stays open without losing its completions.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', 300],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noEnum, ...databaseRules],
    },
  },
  {
    // Only an interface can be merged into a global one.
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'no-console': 'error' },
  },
  { files: ['electron/**/*.ts', 'db/**/*.ts', 'shared/**/*.ts'], rules: { 'no-console': 'error' } },
  {
    files: ['build/**/*.mjs', '*.mjs'],
    rules: { 'max-lines': ['error', 300], eqeqeq: 'error', 'no-unused-vars': 'error' },
  },
  {
    // The one place that looks at decrypted pages: for tests that search them for remnants.
    files: ['tests/support/decrypted-image.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noEnum] },
  },
  {
    // Reports and matchers are `any` by nature, and methods are taken apart to be replaced.
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: toolConfigs,
    rules: { 'no-restricted-syntax': ['error', noEnum] },
  },
)
