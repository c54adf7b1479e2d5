import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createBackup } from '../../electron/services/backup/create-backup'
import { restoreBook } from '../../electron/services/backup/restore-book'
import { makeBook, password, type Program } from '../support/program'

export const newPassword = 'eine andere lange 密码'
/** In every backup of the template, and one more in its book. */
export const customersBefore = 20
export const customersNow = customersBefore + 1

export type Template = { recoveryKey: string; ownerUid: string; backup: string }

/** A book with customers, a USB drive with a proven backup of it, and one more customer since then. Left locked. */
export async function makeTemplate(program: Program): Promise<Template> {
  const recoveryKey = await makeBook(program)
  const ownerUid = program.vault.user().uid
  const usb = driveOf(program.root)
  mkdirSync(usb)
  const create = (index: number) =>
    program.ask('customers.create', { kind: 'company', name: `示例公司 ${index}` })
  for (let index = 0; index < customersBefore; index += 1) await create(index)
  const { fileName } = await createBackup(program.services, { jobId: randomUUID(), folder: usb })
  await create(customersBefore)
  await program.vault.lock()
  return { recoveryKey, ownerUid, backup: fileName }
}

export const driveOf = (root: string) => join(root, 'usb')
export const homeOf = (root: string) => join(root, 'home')

type Flow = (program: Program, root: string, backup: string) => Promise<unknown>

const unlocked =
  (flow: Flow): Flow =>
  async (program, root, backup) => {
    const [owner] = program.vault.state().users
    if (!owner) throw new Error('no user')
    await program.vault.unlock(owner.uid, password)
    return flow(program, root, backup)
  }

const back = (kind: 'auto' | 'full') =>
  unlocked((program, root) =>
    createBackup(program.services, { jobId: randomUUID(), folder: driveOf(root), kind }),
  )

/** What a program that is killed, or whose power goes, was about to do. */
export const flows: Record<string, Flow> = {
  create: (program) => makeBook(program),
  'change-password': unlocked((program) => program.accounts.changePassword(password, newPassword)),
  'rotate-key': unlocked((program, root) => program.rotate(driveOf(root))),
  'reissue-recovery': unlocked(async (program, root) => {
    const groups = await program.recovery.start(password)
    // On the disk before it is valid, as a person writes it down before confirming.
    writeFileSync(join(root, 'new-recovery-key'), groups.join('-'))
    const answer = (group: number) => ({ group, text: groups[group - 1] ?? '' })
    await program.recovery.finish([answer(2), answer(3), answer(7)])
  }),
  'add-and-remove': unlocked(async (program) => {
    const { uid } = await program.accounts.create({
      ...{ name: '王小雪', role: 'sales' as const },
      password: 'ein erstes langes Wort',
    })
    await program.accounts.disable(uid)
    await program.accounts.remove(uid, null)
  }),
  'back-up-all': back('full'),
  'back-up-changes': back('auto'),
  restore: async (program, root, backup) => {
    const [owner] = program.vault.state().users
    await restoreBook(program.services, {
      ...{ jobId: randomUUID(), path: join(driveOf(root), backup), folder: homeOf(root) },
      secret: { userUid: owner?.uid ?? '', secret: password },
    })
  },
}
