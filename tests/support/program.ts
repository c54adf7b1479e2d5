import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromErrorShape } from '@shared/core/errors'
import type { Result } from '@shared/core/result'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { createBookSession } from '../../electron/data/book-session'
import { dataOperations } from '../../electron/data/serve-operations'
import { createLinkClient, createLinkServer, type Message } from '../../electron/ipc/link'
import type { Operations, OperationHandlers } from '../../electron/ipc/link'
import type { DataOperations } from '../../electron/data/operations'
import type { JobOperations } from '../../electron/jobs/operations'
import { jobOperations } from '../../electron/jobs/serve-operations'
import type { BackupServices } from '../../electron/services/backup/backup-services'
import type { DataLink } from '../../electron/services/data-link'
import { tellWhenFull } from '../../electron/services/full-disk'
import { type Accounts, createAccounts } from '../../electron/services/accounts'
import { createDeviceKeys, type DeviceKeys } from '../../electron/services/device-keys'
import { createPreferencesStore } from '../../electron/services/preferences-store'
import { createRecovery, type Recovery } from '../../electron/services/recovery'
import { createUnlockGuard } from '../../electron/services/unlock-guard'
import { rotateKey } from '../../electron/services/key-rotation'
import { kdfFloor } from '../../electron/vault/kdf'
import { createVaultService, type VaultService } from '../../electron/services/vault-service'

export const password = 'a long example password'
/** The cheapest allowed, so that tests do not spend their time on it. */
const calibrateKdf = () => Promise.resolve(kdfFloor)

export const bookName = '晨禾示例商贸'

export type Program = {
  root: string
  vault: VaultService
  accounts: Accounts
  recovery: Recovery
  deviceKeys: DeviceKeys
  data: DataLink
  /** Folder of the second copies of headers. */
  secondPlace: string
  /** A new data key, with its backup into a folder. */
  rotate: (folder: string) => Promise<void>
  services: BackupServices
  /** Asks a data route as the window does. */
  ask: (route: string, input: unknown) => Promise<unknown>
  reports: JobProgress[]
  controllers: Map<string, AbortController>
  /** Ends the data process as a crash does. */
  crash: () => void
  close: () => Promise<void>
}

/** A keystore that keeps what it is given, turned around: enough to tell a sealed secret from a plain one. */
const invertingKeystore = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (plain: string) => Buffer.from([...plain].reverse().join('')),
  decryptString: (sealed: Buffer) => [...sealed.toString()].reverse().join(''),
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
    call: (...args: Parameters<DataLink['call']>) =>
      tellWhenFull(client.call(args[0], args[1]), () => void vault.noteFull()),
    hold: (work: () => Promise<unknown>) => work(),
    async end() {
      const { auditHead } = await client.call('close', null)
      restart()
      return auditHead
    },
  } as unknown as DataLink
  const deviceKeys = createDeviceKeys(join(userData, 'device-keys.json'), invertingKeystore)
  const secondPlace = join(userData, 'headers')
  const preferences = createPreferencesStore(userData)
  const vault = createVaultService({
    data,
    preferences,
    deviceKeys,
    secondPlace,
    calibrateKdf,
    guard: createUnlockGuard({ path: join(userData, 'unlock-guard.json') }),
    beforeLock: () => undefined,
  })
  const reports: JobProgress[] = []
  const controllers = new Map<string, AbortController>()
  const jobs: BackupServices['jobs'] = {
    run: async (jobId, kind, work) => {
      const controller = controllers.get(jobId) ?? new AbortController()
      return work(controller.signal, (report) =>
        reports.push({ ...report, jobId, kind, leftMs: null }),
      )
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
    accounts: createAccounts({ vault, data, deviceKeys, calibrateKdf }),
    recovery: createRecovery({ vault, calibrateKdf }),
    ...{ deviceKeys, data, secondPlace },
    rotate: (folder: string) =>
      rotateKey(
        { ...services, vault, data, secondPlace },
        { jobId: randomUUID(), password, folder },
      ),
    services,
    reports,
    controllers,
    crash: restart,
    ask: async (route, input) => {
      const text = await data.call('request', { route, input })
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
