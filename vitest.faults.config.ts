import { defineConfig } from 'vitest/config'
import base from './vitest.config'

/** The fault suite: crashes and a flood of requests. It takes minutes, so it runs in the full gate only. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['tests/faults/**/*.test.ts'],
    exclude: [],
    // Here every key is derived in full, and few files take long.
    setupFiles: [],
    isolate: true,
    // In full (KEBU_FAULTS=all) a single test may take the better part of an hour.
    testTimeout: process.env.KEBU_FAULTS === 'all' ? 3_600_000 : 600_000,
    hookTimeout: 120_000,
  },
})
