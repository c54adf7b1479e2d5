import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** Written outside the checkout, since the tests may run as a user who cannot write there. */
const output = process.env.KEBU_TEST_OUTPUT ?? join(tmpdir(), 'kebu-test-results')

export default defineConfig({
  testDir: 'tests/e2e',
  // Import aliases only: the project's own file points better-sqlite3 at its types, which cannot be run.
  tsconfig: 'tests/e2e/tsconfig.playwright.json',
  // The second one drives the program as electron-builder packs it; build/commands/test.mjs says where that lies.
  projects: [
    { name: 'program', testMatch: '**/*.spec.ts', testIgnore: '**/packaged.spec.ts' },
    { name: 'packaged', testMatch: '**/packaged.spec.ts' },
  ],
  outputDir: join(output, 'artifacts'),
  reporter: [['list'], ['json', { outputFile: join(output, 'report.json') }]],
  // One file at a time on each display (see build/commands/e2e.mjs and tests/support/electron-app.ts).
  workers: process.env.KEBU_SECOND_DISPLAY ? 2 : 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
})
