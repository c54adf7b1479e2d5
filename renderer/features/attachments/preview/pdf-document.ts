import {
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/** Character maps, fonts and decoders that lie beside the program, see `electron.vite.config.ts`. */
const assets = new URL('pdf/', document.baseURI).href

export type OpenedPdf = { document: PDFDocumentProxy; close: () => Promise<void> }

/**
 * Opens a PDF by PDF.js in a worker of its own: it draws on a canvas, runs no script of the file, follows no link and asks for
 * nothing but what lies beside the program. The built-in viewer of Chromium is a plug-in with a page of its own.
 * @throws PasswordException, InvalidPDFException and others of PDF.js
 */
export async function openPdf(data: ArrayBuffer): Promise<OpenedPdf> {
  const thread = new Worker(workerUrl, { type: 'module' })
  const worker = new PDFWorker({ port: thread } as unknown as ConstructorParameters<
    typeof PDFWorker
  >[0])
  let task: PDFDocumentLoadingTask | null = null
  const close = async () => {
    await task?.destroy().catch(() => undefined)
    worker.destroy()
    thread.terminate()
  }
  try {
    task = getDocument({
      ...{ data: new Uint8Array(data), worker, cMapPacked: true, enableXfa: false },
      cMapUrl: `${assets}cmaps/`,
      standardFontDataUrl: `${assets}standard_fonts/`,
      wasmUrl: `${assets}wasm/`,
      // WebAssembly would need a wider content security policy; the decoders are there as scripts, too.
      ...{ useWasm: false, useWorkerFetch: false, disableWorkerRendering: true },
    })
    return { document: await task.promise, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** True for a file that asks for a password of its own. */
export function isLockedPdf(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}
