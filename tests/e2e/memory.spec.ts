import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readHeader } from '../../electron/vault/header-file'
import { deriveFromSecret } from '../../electron/vault/kdf'
import { deriveKey } from '../../electron/vault/keys'
import { openSlot } from '../../electron/vault/open-slot'
import { findPasswordSlot } from '../../electron/vault/unwrap'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { countInMemory } from '../support/memory'
import { createBook, unlock } from '../support/vault-steps'

const password = 'ein langes Beispielwort'
const bookName = '晨禾示例商贸'
const folder = makeTempDir('memory')
const userData = makeTempDir('memory-data')

test.afterAll(() => {
  folder.remove()
  userData.remove()
})

/** Every raw key of the book and of the person, worked out here from the header and the password. */
async function keysOfBook(): Promise<Record<string, Buffer>> {
  const header = readHeader(join(folder.path, `${bookName}.kebu`))
  const [userUid = ''] = header.slots.flatMap((one) =>
    one.kind === 'password' ? [one.userUid] : [],
  )
  const slot = findPasswordSlot(header, userUid)
  const opened = slot && (await openSlot(header.vaultId, slot, password))
  if (!slot || !opened) throw new Error('the password does not open the slot')
  const { keys, privateKey } = opened
  return {
    dataKey: keys.dataKey,
    auditKey: keys.auditKey,
    ...(keys.fieldKey ? { fieldKey: keys.fieldKey } : {}),
    pageKey: deriveKey(keys, header.vaultId, 'page'),
    headerKey: deriveKey(keys, header.vaultId, 'header-mac'),
    wrappingKey: await deriveFromSecret(password, slot.kdf),
    privateKey,
  }
}

const dataProcess = ({ app }: KebuApp): Promise<number | null> =>
  app.evaluate(({ app: program }) => {
    const found = program.getAppMetrics().find(({ name }) => name === 'kebu-data')
    return found?.pid ?? null
  })

const total = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

test('after a lock no raw key is left in the memory of the program', async () => {
  const kebu = await launchKebu({ userData: userData.path })
  const mainPid = kebu.app.process().pid ?? 0
  await createBook(kebu, {
    ...{ folder: folder.path, bookName },
    ...{ ownerName: '陈立夏', password },
  })
  await kebu.page.getByRole('navigation').waitFor()
  const keys = await keysOfBook()

  await test.step('while the book is open they are found, so the search works', async () => {
    const openData = await dataProcess(kebu)
    expect(countInMemory(mainPid, keys).dataKey).toBeGreaterThan(0)
    expect(countInMemory(openData ?? 0, keys).pageKey).toBeGreaterThan(0)
  })

  await test.step('a lock leaves none, over and over', async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = await dataProcess(kebu)
      await kebu.page.keyboard.press('Control+l')
      await kebu.page.getByLabel(/的密码$/).waitFor()
      await expect.poll(() => dataProcess(kebu)).not.toBe(before)
      expect(countInMemory(mainPid, keys)).toEqual(noneOf(keys))
      const after = await dataProcess(kebu)
      if (after !== null) expect(countInMemory(after, keys)).toEqual(noneOf(keys))
      await unlock(kebu.page, password)
      await kebu.page.getByRole('navigation').waitFor()
    }
  })

  await test.step('a planted key is found', async () => {
    await kebu.page.keyboard.press('Control+l')
    await kebu.page.getByLabel(/的密码$/).waitFor()
    const planted = { planted: randomBytes(32) }
    expect(total(countInMemory(mainPid, planted))).toBe(0)
    await kebu.app.evaluate((_electron, hex) => {
      Reflect.set(
        globalThis,
        'planted',
        Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)),
      )
    }, planted.planted.toString('hex'))
    expect(total(countInMemory(mainPid, planted))).toBeGreaterThan(0)
  })
  await kebu.close()
})

function noneOf(keys: Record<string, Buffer>): Record<string, number> {
  return Object.fromEntries(Object.keys(keys).map((name) => [name, 0]))
}
