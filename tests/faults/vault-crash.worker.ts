import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bookName, makeBook, password, startProgram } from '../support/program'

/** What a crashed program was about to do: one flow of the vault on a folder, ended by a fail point somewhere on its way. */
const [, , flow = '', folder = ''] = process.argv
const program = startProgram(folder)
const newPassword = 'eine andere lange 密码'
const owner = () => {
  const [user] = program.vault.state().users
  if (!user) throw new Error('no user')
  return user.uid
}

const flows: Record<string, () => Promise<unknown>> = {
  create: () => makeBook(program),
  async 'change-password'() {
    await program.vault.unlock(owner(), password)
    await program.accounts.changePassword(password, newPassword)
  },
  async 'rotate-key'() {
    await program.vault.unlock(owner(), password)
    await program.rotate(join(folder, 'usb'))
  },
  async 'reissue-recovery'() {
    await program.vault.unlock(owner(), password)
    const groups = await program.recovery.start(password)
    // On the disk before it is valid, as a person writes it down before confirming.
    writeFileSync(join(folder, 'new-recovery-key'), groups.join('-'))
    const answer = (group: number) => ({ group, text: groups[group - 1] ?? '' })
    await program.recovery.finish([answer(2), answer(3), answer(7)])
  },
  async 'add-and-remove'() {
    await program.vault.unlock(owner(), password)
    const { uid } = await program.accounts.create({
      ...{ name: '王小雪', role: 'sales' as const },
      password: 'ein erstes langes Wort',
    })
    await program.accounts.disable(uid)
    await program.accounts.remove(uid, null)
  },
}

const run = flows[flow]
if (!run) throw new Error(`no flow ${flow} for ${bookName}`)
await run()
await program.vault.lock()
// Proof that nothing else ended the process.
writeFileSync(join(folder, 'done'), readFileSync(join(folder, 'preferences.json')))
process.exit(0)
