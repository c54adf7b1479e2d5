import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, toErrorShape } from '@shared/core/errors'
import type { BackupDrill } from '@shared/features/backups/backup-drill.schema'
import { scheduleFailureCode } from '@shared/features/backups/backup-schedule.schema'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import { backupKeyId } from '../../jobs/backup/format'
import { copySecret } from '../../vault/secret-memory'
import type { VaultService } from '../vault-service'
import type { BackupServices } from './backup-services'
import { runTask, type Task } from './job-task'

type Services = Omit<BackupServices, 'vault'> & {
  vault: BackupServices['vault'] & Pick<VaultService, 'withVault'>
}
type Input = {
  jobId: string
  /** Recorded backups of this book, newest first. */
  records: readonly Pick<BackupRecord, 'folder' | 'fileName' | 'startedAt'>[]
  automatic: boolean
}

type Candidate = { path: string; fileName: string; backupAt: number }

/** Not the backup's fault: nothing is remembered of such a rehearsal. */
const noVerdict = new Set<string>([
  ...['core.cancelled', 'core.locked', 'core.process-gone', 'core.timeout', 'core.disk-full'],
  ...['core.read-only', 'backups.target-gone', 'backups.in-progress'],
])

/**
 * Rehearses a restore of the newest backup that is there, on this computer and with the keys of the open book (R094), and remembers how
 * it went in the book and in its audit trail. A backup that does not come back is an answer, not an error.
 * @throws AppError `backups.target-gone` when none is there or its drive is pulled out, `core.cancelled`, `core.disk-full`
 */
export function rehearse(services: Services, input: Input): Promise<BackupDrill> {
  return runTask(services, input.jobId, 'restore', async (task) => {
    const candidates = input.records.map(toCandidate).filter(({ path }) => existsSync(path))
    const [newest] = candidates
    if (!newest) throw new AppError('backups.target-gone', 'no backup is there')
    const startedAt = services.clock()
    const beganAt = performance.now()
    const found = await attempt(services, task, candidates)
    const chosen = found.candidate ?? newest
    // A drive that went away says nothing about the backup on it.
    if (found.failure && !existsSync(chosen.path)) throw new AppError('backups.target-gone')
    const drill = {
      at: startedAt,
      durationMs: Math.round(performance.now() - beganAt),
      fileName: chosen.fileName,
      backupAt: chosen.backupAt,
      automatic: input.automatic,
      ...found.seen,
      failure: found.failure,
    }
    await services.data.call('backups.noteDrill', drill)
    return drill
  })
}

function toCandidate({ folder, fileName, startedAt }: Input['records'][number]): Candidate {
  return { path: join(folder, fileName), fileName, backupAt: startedAt }
}

const nothingSeen = { files: 0, customers: 0, auditEntries: 0 }

async function attempt(services: Services, task: Task, candidates: readonly Candidate[]) {
  let candidate: Candidate | null = null
  try {
    candidate = await findRestorable(services, task, candidates)
    return { candidate, seen: await restore(services, task, candidate), failure: null }
  } catch (error) {
    const { code } = toErrorShape(error)
    if (noVerdict.has(code)) throw error
    const failure = scheduleFailureCode.safeParse(code).data ?? 'backups.damaged'
    return { candidate, seen: nothingSeen, failure }
  }
}

/**
 * The newest one whose files are all there and that the keys of today open; ones from before a new data key ask for a password of their day.
 * @throws AppError `backups.chain-incomplete`
 */
async function findRestorable(
  { vault }: Services,
  { call }: Task,
  candidates: readonly Candidate[],
): Promise<Candidate> {
  const keyId = await vault.withKey('backup-mac', (key) => Promise.resolve(backupKeyId(key)))
  for (const candidate of candidates) {
    const { links, missing } = await call('backup.chain', { path: candidate.path })
    if (missing.length === 0 && links.at(-1)?.manifest.keyId === keyId) return candidate
  }
  throw new AppError('backups.chain-incomplete', 'no chain is complete')
}

async function restore({ vault, workFolder }: Services, { call }: Task, { path }: Candidate) {
  const auditKey = await vault.withVault(({ keys }) => Promise.resolve(copySecret(keys.auditKey)))
  try {
    return await vault.withKey('page', (pageKey) =>
      vault.withKey('backup-mac', (macKey) =>
        call('backup.rehearse', {
          path,
          folder: workFolder,
          keys: { pageKey: copySecret(pageKey), macKey: copySecret(macKey) },
          auditKey: copySecret(auditKey),
        }),
      ),
    )
  } finally {
    auditKey.fill(0)
  }
}
