import type { Encoding, ImportTarget, ProblemCode } from '@shared/features/imports/imports.schema'
import { AppError } from '@shared/core/errors'
import { request } from '@renderer/lib/request'
import { type ImportStep, resetImport, useImportStore } from './import-store'
import { findMapping, rememberMapping } from './mapping-memory'

const { getState: get, setState: set } = useImportStore

/** Asks for a file and reads it. */
export async function chooseFile(): Promise<void> {
  try {
    const file = await request('imports.chooseFile', {})
    if (file === null) return
    set({ file })
    await readFile(null)
  } catch (error) {
    set({ error })
  }
}

/** Reads the chosen file, with an encoding of the person's choice or, with null, the one that the program finds. */
export async function readFile(encoding: Encoding | null): Promise<void> {
  const { file } = get()
  if (file === null) return
  const id = crypto.randomUUID()
  set({ job: { id, kind: 'read' }, progress: null, error: null, shownCode: null, recalled: false })
  try {
    const plan = await request('imports.read', { jobId: id, file: file.token, encoding })
    if (get().job?.id !== id) return
    set({ plan, job: null, step: 'mapping' })
    await recallMapping()
  } catch (error) {
    if (get().job?.id === id) set({ job: null, error: isCancel(error) ? null : error })
  }
}

async function recallMapping(): Promise<void> {
  const { plan } = get()
  const targets = plan && findMapping(plan.columns)
  if (!targets) return
  set({ recalled: true })
  await remap(targets)
}

/** Gives one column another field. */
export async function setTarget(index: number, target: ImportTarget): Promise<void> {
  const { plan } = get()
  if (!plan) return
  const columns = plan.columns.map((column) =>
    column.index === index ? { ...column, target, mappedBy: 'person' as const } : column,
  )
  set({ plan: { ...plan, columns } })
  await remap(columns.map((column) => column.target))
}

let latestRemap = 0

async function remap(targets: ImportTarget[]): Promise<void> {
  const importId = get().plan?.importId
  if (importId === undefined) return
  const turn = (latestRemap += 1)
  const isCurrent = () => turn === latestRemap && get().plan?.importId === importId
  set({ remapping: true, error: null, shownCode: null })
  try {
    const plan = await request('imports.remap', { importId, targets })
    if (isCurrent()) set({ plan })
  } catch (error) {
    if (isCurrent()) set({ error })
  } finally {
    if (turn === latestRemap) set({ remapping: false })
  }
}

/** Writes all good rows. */
export async function commitImport(): Promise<void> {
  const { plan } = get()
  if (!plan) return
  const id = crypto.randomUUID()
  set({ job: { id, kind: 'write' }, progress: null, error: null })
  try {
    const answer = await request('imports.commit', { jobId: id, importId: plan.importId })
    rememberMapping(plan.columns)
    if (get().job?.id === id) set({ job: null, step: 'result', result: answer })
  } catch (error) {
    if (get().job?.id === id) set({ job: null, error: isCancel(error) ? null : error })
  }
}

export async function cancelJob(): Promise<void> {
  const { job } = get()
  if (job) await request('jobs.cancel', { jobId: job.id })
}

/** Back to the first page; the rows that were read are forgotten. */
export async function startOver(): Promise<void> {
  const { plan } = get()
  resetImport()
  if (plan) await request('imports.discard', { importId: plan.importId })
}

export function goTo(step: ImportStep, shownCode: ProblemCode | null = null): void {
  set({ step, shownCode, error: null })
}

function isCancel(error: unknown): boolean {
  return error instanceof AppError && error.code === 'core.cancelled'
}
