import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = {
  '@shared': here('shared'),
  '@db': here('db'),
  '@renderer': here('renderer'),
}

/** What PDF.js asks for by name while it draws: maps of Chinese characters, the standard fonts, and decoders of scanned pages. */
const pdfFiles = [
  'cmaps',
  'standard_fonts',
  'wasm/jbig2_nowasm_fallback.js',
  'wasm/openjpeg_nowasm_fallback.js',
]

/** Puts the files of PDF.js beside the bundle, below `pdf/`, with the licences that lie among them. */
const pdfAssets = {
  name: 'kebu-pdf-assets',
  apply: 'build' as const,
  generateBundle(this: {
    emitFile: (file: { type: 'asset'; fileName: string; source: Uint8Array }) => void
  }) {
    for (const name of pdfFiles.flatMap(filesOf))
      this.emitFile({
        type: 'asset',
        fileName: `pdf/${name}`,
        source: readFileSync(here(`node_modules/pdfjs-dist/${name}`)),
      })
  },
}

function filesOf(name: string): string[] {
  if (name.endsWith('.js')) return [name]
  return readdirSync(here(`node_modules/pdfjs-dist/${name}`)).map((file) => `${name}/${file}`)
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
