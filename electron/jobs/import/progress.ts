import { setImmediate } from 'node:timers/promises'
import { AppError } from '@shared/core/errors'
import type { JobReport } from '@shared/features/jobs/jobs.contract'

export type ReportImport = (progress: JobReport) => void

/** @throws AppError `core.cancelled` after the signal */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('core.cancelled', 'import cancelled')
}

/** Lets messages in, a cancel among them. @throws AppError `core.cancelled` */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate()
  throwIfCancelled(signal)
}
