import { expect, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = 'ein langes Beispielwort'
const folder = makeTempDir('locking')
const userData = makeTempDir('locking-data')

test.describe.configure({ mode: 'serial' })

let kebu: KebuApp
let page: Page

test.beforeAll(async () => {
  kebu = await launchKebu({ userData: userData.path })
  page = kebu.page
  await createBook(kebu, {
    ...{ folder: folder.path, bookName: '晨禾示例商贸' },
    ...{ ownerName: '陈立夏', password },
  })
})

test.afterAll(async () => {
  await kebu.close()
  folder.remove()
  userData.remove()
})

const form = () => page.getByRole('dialog', { name: '新客户' })
const gate = () => page.getByLabel(/的密码$/)
/** What the operating system tells when somebody leaves the computer. */
const happens = (cause: string) =>
  kebu.app.evaluate(({ powerMonitor }, event) => void powerMonitor.emit(event), cause)

async function openForm(): Promise<void> {
  await page.getByRole('button', { name: '新客户' }).first().click()
  await expect(form()).toBeVisible()
}

test('a form that was being filled comes back after a lock', async () => {
  await openForm()
  await form().getByLabel('企业全称').fill('桃源里食品有限公司')
  await page.keyboard.press('Control+l')
  await expect(gate()).toBeVisible()
  await unlock(page, password)
  await openForm()
  await expect(form().getByLabel('企业全称')).toHaveValue('桃源里食品有限公司')
})

test('and after a restart, until it is saved', async () => {
  await kebu.close()
  kebu = await launchKebu({ userData: userData.path })
  page = kebu.page
  await unlock(page, password)
  await openForm()
  await expect(form().getByLabel('企业全称')).toHaveValue('桃源里食品有限公司')
  await form().getByRole('button', { name: '保存' }).click()
  await expect(form()).toHaveCount(0)
  await page.getByRole('navigation').getByRole('link', { name: '客户' }).click()
  await openForm()
  await expect(form().getByLabel('企业全称')).toHaveValue('')
  await page.keyboard.press('Escape')
})

for (const cause of ['suspend', 'lock-screen', 'user-did-resign-active'])
  test(`the book locks at once on ${cause}`, async () => {
    await happens(cause)
    await expect(gate()).toBeVisible()
    await unlock(page, password)
    await expect(page.getByRole('navigation')).toBeVisible()
  })

test('an event that has nothing to do with leaving does not lock', async () => {
  await happens('on-ac')
  await page.waitForTimeout(1500)
  await expect(page.getByRole('navigation')).toBeVisible()
  const { lines } = await ask<{ lines: { route: string }[] }>(page, 'audit.list', {})
  const locks = lines.filter(({ route }) => route === 'vault.autoLock')
  expect(locks).toHaveLength(3)
})
