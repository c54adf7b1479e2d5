import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = {
  '@shared': here('shared'),
  '@db': here('db'),
  '@renderer': here('renderer'),
}

/** What PDF.js asks for by name while it draws: maps of Chinese characters, the standard fonts, and decoders of scanned pages. */
const pdfFolders = {
  cmaps: /./,
  standard_fonts: /./,
  wasm: /^(?:jbig2|openjpeg)_nowasm|^LICENSE_(?:PDFJS_)?(?:JBIG2|OPENJPEG)$/,
}
const pdfFiles = Object.entries(pdfFolders).flatMap(([folder, wanted]) =>
  readdirSync(here(`node_modules/pdfjs-dist/${folder}`))
    .filter((name) => wanted.test(name))
    .map((name) => `${folder}/${name}`),
)

/** Puts the files of PDF.js beside the bundle, below `pdf/`, with the licences that lie among them. */
const pdfAssets: Plugin = {
  name: 'kebu-pdf-assets',
  apply: 'build',
  generateBundle() {
    for (const name of pdfFiles) {
      const source = readFileSync(here(`node_modules/pdfjs-dist/${name}`))
      this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source })
    }
  },
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
    plugins: [react(), pdfAssets],
    build: {
      outDir: here('out/renderer'),
      target: 'chrome130',
      minify: true,
      rollupOptions: { input: here('renderer/index.html') },
    },
  },
})
