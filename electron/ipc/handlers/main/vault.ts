import type { RouteNameAt } from '@shared/contract'
import { copySecret } from '../../../services/clipboard'
import { printRecoveryCard } from '../../../services/recovery-card'
import { saveRecoveryText } from '../../../services/recovery-text'
import type { MainContext, MainHandlers } from '../../main-context'
import { runnerOf } from './backup-schedule'
import { bookFolderAt, defaultFolder, grantFolder, pickFolder } from './folders'
import { pickBackupHeader } from './pick-backup'
import type { vaultCareHandlers } from './vault-care'
import type { vaultConditionHandlers } from './vault-condition'
import type { vaultRescueHandlers } from './vault-rescue'

/** A recovery key is typed into another place slowly. */
const recoveryClipboardMs = 60_000

type StateRoute = Exclude<
  RouteNameAt<'main'> & `vault.${string}`,
  keyof (typeof vaultCareHandlers & typeof vaultConditionHandlers & typeof vaultRescueHandlers)
>

/** The vault from outside: which book, making one, the ways in, the lock. */
export const vaultHandlers: MainHandlers<StateRoute> = {
  'vault.getState': ({ vault }) => vault.state(),
  'vault.suggestFolder': (context) => grantFolder(context, defaultFolder()),
  async 'vault.chooseFolder'(context) {
    const path = await pickFolder(context)
    return path === null ? null : grantFolder(context, path)
  },
  async 'vault.startCreation'({ vault, grants }, input) {
    const { bookName, ownerName, password } = input
    const parent = grants.pathOf(input.folder)
    return { recoveryKey: await vault.creation.start({ bookName, parent, ownerName, password }) }
  },
  async 'vault.saveRecoveryKey'(context) {
    const { bookName, groups } = shownKey(context)
    const saved = await saveRecoveryText(context.window(), bookName, groups)
    if (saved) await recordIfOpen(context, 'vault.saveRecoveryKey')
    return { saved }
  },
  async 'vault.printRecoveryKey'(context) {
    const { bookName, groups } = shownKey(context)
    const printed = await printRecoveryCard(context.window(), bookName, groups)
    if (printed) await recordIfOpen(context, 'vault.printRecoveryKey')
    return { printed }
  },
  async 'vault.copyRecoveryKey'(context) {
    await copySecret(shownKey(context).groups.join('-'), recoveryClipboardMs)
    return {}
  },
  async 'vault.finishCreation'({ vault }, { answers }) {
    return vault.finishCreation(answers)
  },
  'vault.cancelCreation'({ vault }) {
    vault.creation.cancel()
    return {}
  },
  'vault.unlock': ({ vault }, { userUid, password, newPassword }) =>
    vault.unlock(userUid, password, newPassword),
  'vault.unlockWithDevice': ({ vault }, { userUid }) => vault.unlockWithDevice(userUid),
  'vault.unlockWithRecoveryKey': ({ vault }, { recoveryKey, newPassword }) =>
    vault.unlockWithRecoveryKey(recoveryKey, newPassword),
  async 'vault.lock'(context) {
    const { vault, data } = context
    await runnerOf(context).leave()
    await vault.lock()
    data.warmUp()
    return vault.state()
  },
  async 'vault.openOther'(context) {
    const path = await pickFolder(context)
    return path === null ? null : context.vault.openFolder(bookFolderAt(path))
  },
  'vault.retry': ({ vault }) => vault.retry(),
  'vault.useHeaderCopy': ({ vault }, { source }) => vault.useHeaderCopy(source),
  async 'vault.useBackupHeader'(context) {
    const header = await pickBackupHeader(context)
    return header && context.vault.useForeignHeader(header)
  },
}

/** The recovery key on the screen: of a book that is being made, or a new one for the open book. */
function shownKey({ vault, recovery }: MainContext): { bookName: string; groups: string[] } {
  return recovery.isPending()
    ? { bookName: vault.header().bookName, groups: recovery.groups() }
    : { bookName: vault.creation.bookName(), groups: vault.creation.recoveryKey() }
}

/** Only a key of an open book has a trail to write into. */
async function recordIfOpen({ vault, recovery }: MainContext, route: string): Promise<void> {
  if (recovery.isPending() && vault.session()) await vault.record(route)
}
