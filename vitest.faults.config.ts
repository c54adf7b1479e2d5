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
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
})
