import { create } from 'zustand'
import type { RouteOutput } from '@shared/contract'
import type { ImportPlan, ProblemCode } from '@shared/features/imports/imports.schema'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { onBookClosed } from '@renderer/lib/book-closed'

export const importSteps = ['file', 'mapping', 'check', 'result'] as const
export type ImportStep = (typeof importSteps)[number]

export type ImportState = {
  step: ImportStep
  file: NonNullable<RouteOutput<'imports.chooseFile'>> | null
  plan: ImportPlan | null
  /** The reading or writing that runs; answers of an older job are dropped. */
  job: { id: string; kind: 'read' | 'write' } | null
  progress: JobProgress | null
  /** A new mapping is being counted. */
  remapping: boolean
  /** The columns were set as last time for the same header. */
  recalled: boolean
  error: unknown
  /** The cause whose rows are shown on the checking page; null shows all. */
  shownCode: ProblemCode | null
  result: RouteOutput<'imports.commit'> | null
}

const empty: ImportState = {
  step: 'file',
  file: null,
  plan: null,
  job: null,
  progress: null,
  remapping: false,
  recalled: false,
  error: null,
  shownCode: null,
  result: null,
}

/** Where the import stands; outlives the page, so that one can look something up and come back. */
export const useImportStore = create<ImportState>()(() => empty)

export function resetImport(): void {
  useImportStore.setState(empty, true)
}

onBookClosed(resetImport)
