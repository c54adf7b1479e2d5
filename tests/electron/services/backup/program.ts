import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromErrorShape } from '@shared/core/errors'
import type { Result } from '@shared/core/result'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { createBookSession } from '../../../../electron/data/book-session'
import { dataOperations } from '../../../../electron/data/serve-operations'
import { createLinkClient, createLinkServer, type Message } from '../../../../electron/ipc/link'
import type { Operations, OperationHandlers } from '../../../../electron/ipc/link'
import type { DataOperations } from '../../../../electron/data/operations'
import type { JobOperations } from '../../../../electron/jobs/operations'
import { jobOperations } from '../../../../electron/jobs/serve-operations'
import type { BackupServices } from '../../../../electron/services/backup/backup-services'
import type { DataLink } from '../../../../electron/services/data-link'
import { createPreferencesStore } from '../../../../electron/services/preferences-store'
import { createUnlockGuard } from '../../../../electron/services/unlock-guard'
import { createVaultService, type VaultService } from '../../../../electron/services/vault-service'

export const password = 'a long example password'
export const bookName = '晨禾示例商贸'

export type Program = {
  root: string
  vault: VaultService
  services: BackupServices
  /** Asks a data route as the window does. */
  ask: (route: string, input: unknown) => Promise<unknown>
  reports: JobProgress[]
  controllers: Map<string, AbortController>
  /** Ends the data process as a crash does. */
  crash: () => void
  close: () => Promise<void>
}

/** Both ends of a link in one process, with the copying that a process border does. */
function link<O extends Operations>(handlers: OperationHandlers<O, never>) {
  const serve = createLinkServer<O, never>(handlers, (message) =>
    client.receive(structuredClone(message)),
  )
  const client = createLinkClient<O, never>((message: Message) => {
    void serve(structuredClone(message), [])
  })
  return client
}

/** The program without a window: the real vault, data and job ends, on a folder of its own. */
export function startProgram(userData = mkdtempSync(join(tmpdir(), 'kebu-program-'))): Program {
  let session = createBookSession({ checkOutput: true })
  const connect = () => link<DataOperations>(dataOperations(session))
  let client = connect()
  const restart = () => {
    session.close()
    session = createBookSession({ checkOutput: true })
    client = connect()
  }
  const data = {
    call: (...args: Parameters<DataLink['call']>) => client.call(args[0], args[1]),
    end: () => Promise.resolve(restart()),
  } as unknown as DataLink
  const preferences = createPreferencesStore(userData)
  const vault = createVaultService({
    data,
    preferences,
    guard: createUnlockGuard({ path: join(userData, 'unlock-guard.json') }),
    beforeLock: () => undefined,
  })
  const reports: JobProgress[] = []
  const controllers = new Map<string, AbortController>()
  const jobs: BackupServices['jobs'] = {
    run: async (jobId, kind, work) => {
      const controller = controllers.get(jobId) ?? new AbortController()
      return work(controller.signal, (report) => reports.push({ ...report, jobId, kind }))
    },
  }
  const services: BackupServices = {
    vault,
    data,
    jobs,
    startJob: () => {
      const job = link<JobOperations>(jobOperations())
      return { call: job.call, end: () => undefined }
    },
    clock: () => new Date(2026, 10, 22, 9, 30).getTime(),
    newUid: () => randomUUID(),
    appVersion: '0.1.0',
    workFolder: userData,
  }
  return {
    root: userData,
    vault,
    services,
    reports,
    controllers,
    crash: restart,
    ask: async (route, input) => {
      const text = await client.call('request', { route, input })
      const answer = JSON.parse(text) as Result<unknown>
      if (!answer.ok) throw fromErrorShape(answer.error)
      return answer.data
    },
    close: async () => {
      await vault.lock()
      rmSync(userData, { recursive: true, force: true })
    },
  }
}

/** Makes a book in `<root>/home`; answers its recovery key. */
export async function makeBook({ vault, root }: Program): Promise<string> {
  const parent = join(root, 'home')
  mkdirSync(parent, { recursive: true })
  const groups = await vault.creation.start({ bookName, parent, ownerName: '陈立夏', password })
  await vault.finishCreation([1, 4, 8].map((group) => ({ group, text: groups[group - 1] ?? '' })))
  return groups.join('-')
}
