import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = {
  '@shared': here('shared'),
  '@db': here('db'),
  '@renderer': here('renderer'),
}

/**
 * Three bundles. Targets are those of Electron 33, the oldest runtime the program is run on, so that one
 * output serves it and Electron 45. Only native modules stay outside the bundle.
 */
export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      externalizeDeps: { include: ['better-sqlite3', '@node-rs/argon2'] },
      rollupOptions: {
        input: {
          main: here('electron/main.ts'),
          'data-process': here('electron/data-process.ts'),
          'job-process': here('electron/job-process.ts'),
          'check-thread': here('electron/check-thread.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: here('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    resolve: { alias },
    plugins: [react()],
    build: {
      outDir: here('out/renderer'),
      target: 'chrome130',
      minify: true,
      rollupOptions: { input: here('renderer/index.html') },
    },
  },
})
