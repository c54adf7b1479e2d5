import type { RouteNameAt } from '@shared/contract'
import { AppError } from '@shared/core/errors'
import { rotateKey } from '../../../services/key-rotation'
import { addDevice, removeDevice } from '../../../vault/devices'
import type { MainContext, MainHandlers } from '../../main-context'
import { backupServicesOf } from './backup-services'

type CareRoute =
  | 'vault.startReissue'
  | 'vault.finishReissue'
  | 'vault.cancelReissue'
  | 'vault.proveRecoveryKey'
  | 'vault.rotateKey'
  | 'vault.getDevice'
  | 'vault.rememberDevice'
  | 'vault.forgetDevice'
  | 'vault.startPreview'
  | 'vault.endPreview'

/** What an open vault needs from time to time: recovery key, data key, the key of this computer, a look as another role. */
export const vaultCareHandlers: MainHandlers<RouteNameAt<'main'> & CareRoute> = {
  async 'vault.startReissue'({ recovery }, { password }) {
    return { recoveryKey: await recovery.start(password) }
  },
  async 'vault.finishReissue'({ recovery, vault }, { answers }) {
    await recovery.finish(answers)
    return vault.state()
  },
  'vault.cancelReissue'({ recovery }) {
    recovery.cancel()
    return {}
  },
  async 'vault.proveRecoveryKey'({ recovery, vault }, { recoveryKey }) {
    await recovery.prove(recoveryKey)
    return vault.state()
  },
  async 'vault.rotateKey'(context, { jobId, password, target }) {
    const { vault, data, secondPlace, grants } = context
    const services = { ...backupServicesOf(context), vault, data, secondPlace }
    await rotateKey(services, { jobId, password, folder: grants.pathOf(target) })
    return vault.state()
  },
  'vault.getDevice': ({ deviceKeys, vault }) => ({
    available: deviceKeys.isAvailable(),
    remembered: deviceKeys.listUsers(vault.header().vaultId).includes(vault.user().uid),
  }),
  async 'vault.rememberDevice'(context, { password }) {
    const { deviceKeys, vault } = context
    if (!deviceKeys.isAvailable()) throw new AppError('vault.no-keystore')
    await vault.checkPassword(password)
    const { uid } = vault.user()
    const secret = deviceKeys.create(vault.header().vaultId, uid)
    try {
      const input = { userUid: uid, secret, now: Date.now() }
      await vault.edit((header, keys) => addDevice(header, keys, input))
    } catch (error) {
      deviceKeys.forget(vault.header().vaultId, uid)
      throw error
    } finally {
      secret.fill(0)
    }
    await vault.record('vault.rememberDevice')
    return {}
  },
  async 'vault.forgetDevice'(context) {
    await forgetDevice(context)
    return {}
  },
  'vault.startPreview': ({ vault }, { role }) => vault.startPreview(role),
  'vault.endPreview': ({ vault }) => vault.endPreview(),
}

async function forgetDevice({ deviceKeys, vault }: MainContext): Promise<void> {
  const { uid } = vault.user()
  deviceKeys.forget(vault.header().vaultId, uid)
  await vault.edit((header, keys) => removeDevice(header, keys, { userUid: uid, now: Date.now() }))
  await vault.record('vault.forgetDevice')
}
