import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Unit and integration tests: plain Node, real SQLite files. The window is driven by playwright.config.ts. */
export default defineConfig({
  resolve: {
    alias: { '@shared': here('shared'), '@db': here('db'), '@renderer': here('renderer') },
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx,mjs}'],
    // They take minutes: see vitest.faults.config.ts.
    exclude: ['tests/faults/**'],
    environment: 'node',
    globalSetup: ['tests/support/quick-disk.ts'],
    setupFiles: ['tests/support/small-argon2.ts'],
    // Loading the program anew for every file takes longer than the tests: a file leaves nothing behind in its modules.
    isolate: false,
    // By default one core is left idle, which on two cores doubles the time.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    passWithNoTests: false,
  },
})
