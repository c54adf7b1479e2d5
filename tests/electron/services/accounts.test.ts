import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeBook, password, type Program, startProgram } from '../../support/program'

const first = 'ein erstes langes Wort'
const own = 'ein zweites, eigenes Wort'

let program: Program
let ownerUid: string
beforeEach(async () => {
  program = startProgram()
  await makeBook(program)
  ownerUid = program.vault.user().uid
})
afterEach(() => program.close())

const add = (name: string, role: 'sales' | 'viewer' | 'owner' = 'sales') =>
  program.accounts.create({ name, role, password: first })
const statusOf = async (uid: string) =>
  (await program.accounts.list()).find((user) => user.uid === uid)?.status
const names = () => program.vault.state().users.map(({ name }) => name)

describe('the people of a book (R083–R086)', () => {
  it('get in with the first password only to set their own', async () => {
    const { uid } = await add('王小雪')
    expect(await statusOf(uid)).toBe('pending')
    await expect(program.vault.unlock(uid, first)).rejects.toMatchObject({
      code: 'vault.must-change-password',
    })
    await expect(program.vault.unlock(uid, first, '王小雪王小雪王小雪')).rejects.toMatchObject({
      code: 'core.invalid-input',
    })
    const state = await program.vault.unlock(uid, first, own)
    expect(state).toMatchObject({ phase: 'open', session: { uid, role: 'sales' } })
    await expect(program.vault.unlock(uid, first)).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    expect(await program.vault.unlock(uid, own)).toMatchObject({ phase: 'open' })
  })

  it('are kept out and let in again without anybody’s password', async () => {
    const { uid } = await add('王小雪')
    await program.vault.unlock(uid, first, own)
    await program.vault.unlock(ownerUid, password)
    await program.accounts.disable(uid)
    expect(names()).toEqual(['陈立夏'])
    await expect(program.vault.unlock(uid, own)).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    await program.vault.unlock(ownerUid, password)
    await program.accounts.enable(uid)
    expect(await program.vault.unlock(uid, own)).toMatchObject({ phase: 'open' })
  })

  it('change their own password, proven by the old one', async () => {
    await expect(program.accounts.changePassword('not it at all', own)).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    await program.accounts.changePassword(password, own)
    await expect(program.vault.unlock(ownerUid, password)).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    expect(await program.vault.unlock(ownerUid, own)).toMatchObject({ phase: 'open' })
  })

  it('hand over their customers when they leave', async () => {
    const { uid } = await add('王小雪')
    await program.vault.unlock(uid, first, own)
    const { id } = (await program.ask('customers.create', {
      ...{ kind: 'company', name: '桃源里食品' },
    })) as { id: number }
    await program.vault.unlock(ownerUid, password)
    await program.accounts.remove(uid, ownerUid)
    expect(await program.ask('customers.get', { id })).toMatchObject({
      ownerName: '陈立夏',
    })
    expect((await program.accounts.list()).map(({ customers }) => customers)).toEqual([1])
    expect(names()).toEqual(['陈立夏'])
  })

  it('always keep one owner who can sign in', async () => {
    const refused = { code: 'users.last-owner' }
    await expect(program.accounts.disable(ownerUid)).rejects.toMatchObject(refused)
    await expect(program.accounts.remove(ownerUid, null)).rejects.toMatchObject(refused)
    await expect(program.accounts.setRole(ownerUid, 'sales')).rejects.toMatchObject(refused)
    expect(program.vault.state().users).toHaveLength(1)
    await add('白露', 'owner')
    await program.accounts.setRole(ownerUid, 'sales')
    expect(program.vault.session()).toMatchObject({ role: 'sales' })
    await expect(program.ask('audit.list', {})).rejects.toMatchObject({ code: 'core.forbidden' })
  })

  it('leave a line each in the audit trail, refused passwords included', async () => {
    const { uid } = await add('王小雪')
    await program.accounts.rename(uid, '王雪')
    await expect(program.vault.unlock(uid, 'wrong wrong wrong')).rejects.toThrow()
    await program.vault.unlock(ownerUid, password)
    const { lines } = (await program.ask('audit.list', {})) as {
      lines: { route: string; userName: string | null }[]
    }
    const routes = lines.map(({ route }) => route).reverse()
    expect(routes).toEqual(
      expect.arrayContaining([
        'vault.create',
        'users.create',
        'users.rename',
        'vault.lock',
        'vault.unlockRefused',
        'vault.unlock',
      ]),
    )
    expect(lines.find(({ route }) => route === 'vault.unlockRefused')?.userName).toBe('王雪')
  })
})

describe('a look at the program as another role', () => {
  it('takes the rights of the role and gives them back', async () => {
    await program.vault.startPreview('finance')
    expect(program.vault.session()?.role).toBe('finance')
    await expect(program.ask('follow-ups.list', { customerId: 1 })).rejects.toMatchObject({
      code: 'core.forbidden',
    })
    expect(await program.vault.endPreview()).toMatchObject({ session: { role: 'owner' } })
    await expect(program.ask('follow-ups.list', { customerId: 1 })).rejects.toMatchObject({
      code: 'customers.not-found',
    })
  })
})

describe('the key that this computer keeps', () => {
  it('opens the book without a password until it is forgotten or the person is disabled', async () => {
    const { vault, deviceKeys } = program
    const { addDevice } = await import('../../../electron/vault/devices')
    const secret = deviceKeys.create(vault.header().vaultId, ownerUid)
    await vault.edit((h, k) => addDevice(h, k, { userUid: ownerUid, secret, now: Date.now() }))
    await vault.lock()
    expect(vault.state().users).toMatchObject([{ remembered: true }])
    expect(await vault.unlockWithDevice(ownerUid)).toMatchObject({ phase: 'open' })
    deviceKeys.forget(vault.header().vaultId, ownerUid)
    await expect(vault.unlockWithDevice(ownerUid)).rejects.toMatchObject({
      code: 'vault.device-key-gone',
    })
  })
})

describe('a new data key', () => {
  it('opens with every password as before, and the old key opens nothing', async () => {
    const usb = join(program.root, 'usb')
    mkdirSync(usb)
    const { uid } = await add('王小雪')
    await program.vault.unlock(uid, first, own)
    await program.vault.unlock(ownerUid, password)
    await program.ask('customers.create', { kind: 'company', name: '桃源里食品' })
    const { vaultId, slots } = program.vault.header()
    const before = await program.vault.withKey('page', (key) => Promise.resolve(Buffer.from(key)))
    await program.rotate(usb)
    const after = await program.vault.withKey('page', (key) => Promise.resolve(Buffer.from(key)))
    expect(after.equals(before)).toBe(false)
    expect(program.vault.header()).toMatchObject({ vaultId })
    expect(program.vault.header().slots.map(({ id }) => id)).toEqual(slots.map(({ id }) => id))
    expect(await program.ask('customers.counts', {})).toMatchObject({ active: 1 })
    expect(await program.vault.unlock(uid, own)).toMatchObject({ phase: 'open' })
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({ phase: 'open' })
    expect(await program.data.call('audit.check', { head: null })).toMatchObject({
      result: 'intact',
    })
  })
})
