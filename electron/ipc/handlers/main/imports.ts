import { stat, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { RouteNameAt } from '@shared/contract'
import { AppError } from '@shared/core/errors'
import type { JobReport } from '@shared/features/jobs/jobs.contract'
import { holdsFieldKey } from '@shared/core/permissions'
import { hasNameColumn } from '@shared/features/imports/imports.rules'
import type { ImportPlan } from '@shared/features/imports/imports.schema'
import { dialog, MessageChannelMain } from 'electron'
import { listActiveFields } from '../../../services/custom-fields'
import { createImportDesk, type HeldImport } from '../../../services/import-desk'
import { type JobProcess, startJobProcess } from '../../../services/job-runner'
import type { MainContext, MainHandlers } from '../../main-context'

const desk = createImportDesk()
/** Forked while the person looks for the file, so that reading begins at once. */
let spareJob: JobProcess | null = null
const rejectedSuffix = { 'zh-CN': '未导入的行', en: 'rows left out' } as const

export const importsHandlers: MainHandlers<RouteNameAt<'main'> & `imports.${string}`> = {
  async 'imports.chooseFile'({ window, grants }) {
    spareJob ??= startJobProcess()
    const picked = await dialog.showOpenDialog(window(), {
      properties: ['openFile'],
      filters: [
        { name: 'CSV', extensions: ['csv', 'txt', 'tsv'] },
        { name: '*', extensions: ['*'] },
      ],
    })
    const path = picked.canceled ? undefined : picked.filePaths[0]
    if (path === undefined) {
      takeJob().end()
      return null
    }
    const { size } = await stat(path).catch(() => {
      throw new AppError('core.file-not-readable', 'cannot look at the file')
    })
    return { token: grants.grant(path), fileName: basename(path), bytes: size }
  },
  async 'imports.read'({ grants, jobs, vault, data }, { jobId, file, encoding }) {
    const path = grants.pathOf(file)
    const role = vault.session()?.role
    const withIdNumbers = role !== undefined && holdsFieldKey(role)
    const customFields = await listActiveFields(data)
    const job = takeJob()
    try {
      const plan = await jobs.run(jobId, 'import-read', (signal, onProgress) =>
        job.call(
          'import.read',
          { path, encoding, withIdNumbers, customFields },
          { signal, onProgress },
        ),
      )
      return toPlan(desk.hold(jobs, { job, plan, fileName: basename(path) }))
    } catch (error) {
      job.end()
      throw error
    }
  },
  async 'imports.remap'(_context, { importId, targets }) {
    const held = unwritten(importId)
    held.plan = await held.job.call('import.remap', { targets })
    return toPlan(held)
  },
  async 'imports.commit'(context, { jobId, importId }) {
    const held = unwritten(importId)
    if (!hasNameColumn(held.plan.columns))
      throw new AppError('imports.no-name-column', 'no column holds the name')
    held.isWritten = true
    try {
      return await context.jobs.run(jobId, 'import-write', (signal, report) =>
        write(context, held, signal, report),
      )
    } catch (error) {
      held.isWritten = false
      throw error
    }
  },
  async 'imports.saveRejected'({ window, vault }, { importId, language }) {
    const held = desk.get(importId)
    const stem = basename(held.fileName, extname(held.fileName))
    const picked = await dialog.showSaveDialog(window(), {
      defaultPath: `${stem} - ${rejectedSuffix[language]}.csv`,
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    })
    if (picked.canceled || !picked.filePath) return null
    const { bytes, rows } = await held.job.call('import.rejected', { language })
    await writeFile(picked.filePath, bytes)
    await vault.record('imports.saveRejected')
    return { rows }
  },
  'imports.discard'(_context, { importId }) {
    desk.drop(importId)
    return {}
  },
}

function takeJob(): JobProcess {
  const job = spareJob?.isAlive() ? spareJob : startJobProcess()
  spareJob = null
  return job
}

/** Rows go from the job process straight to the data process; main only passes the port on. */
async function write(
  { data }: MainContext,
  held: HeldImport,
  signal: AbortSignal,
  onProgress: (report: JobReport) => void,
): Promise<{ commandId: number; customers: number; rejected: number }> {
  const { port1, port2 } = new MessageChannelMain()
  const rejected = held.plan.badRows
  const [sent, written] = await Promise.allSettled([
    held.job.call('import.send', null, { ports: [port1], signal, onProgress }),
    data.call('imports.write', { fileName: held.fileName, rejected }, { ports: [port2] }),
  ])
  // A sender that failed is the cause, a writer without rows only its echo.
  if (sent.status === 'rejected') throw sent.reason
  if (written.status === 'rejected') throw written.reason
  return { ...written.value, rejected }
}

/** @throws AppError `imports.gone` for a file that is no longer held or was written already: never twice */
function unwritten(importId: string): HeldImport {
  const held = desk.get(importId)
  if (held.isWritten) throw new AppError('imports.gone', 'import was written already')
  return held
}

function toPlan({ importId, fileName, plan }: HeldImport): ImportPlan {
  return { importId, fileName, ...plan }
}
