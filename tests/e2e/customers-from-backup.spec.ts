import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { launchKebu, makeTempDir, stubOpenDialog } from '../support/electron-app'
import { createBook } from '../support/vault-steps'

const password = '来往有记 correct horse'
const temp = makeTempDir('customers-from-backup')
const books = join(temp.path, 'books')
const usb = join(temp.path, 'usb')
const userData = join(temp.path, 'user-data')
test.afterAll(() => temp.remove())

const navigation = (page: Page) => page.getByRole('navigation', { name: '导航' })
const copies = () => readdirSync(userData).filter((name) => name.startsWith('.kebu-customers'))

type Row = { id: number; name: string; updatedAt: number }
async function names(page: Page): Promise<string[]> {
  const { rows } = await ask<{ rows: Row[] }>(page, 'customers.list', {})
  return rows.map(({ name }) => name).sort()
}

async function make(page: Page, name: string): Promise<number> {
  const input = { kind: 'company', name, notes: '旧备注' }
  return (await ask<Row>(page, 'customers.create', input)).id
}

async function openBackup(page: Page): Promise<void> {
  await navigation(page).getByRole('link', { name: /^备份/ }).click()
  await page.getByRole('button', { name: /^取回客户/ }).click()
  await expect(page.getByRole('list', { name: '备份里的客户' })).toBeVisible({ timeout: 20_000 })
}

test('an erased customer stays erased, a lost one comes back from a backup, and undo takes it out', async () => {
  for (const folder of [books, usb]) mkdirSync(folder)
  const kebu = await launchKebu({ userData })
  const { app, page } = kebu
  await createBook(kebu, { folder: books, bookName: '晨禾示例商贸', ownerName: '陈立夏', password })
  const erased = await make(page, '甲示例商行')
  const changed = await make(page, '丙示例商行')
  await make(page, '乙示例商行')
  await stubOpenDialog(app, [usb])
  const { token } = await ask<{ token: string }>(page, 'backups.chooseTarget', {})
  await ask(page, 'backups.create', { jobId: randomUUID(), target: token })
  await ask(page, 'history.undo', {})
  const { updatedAt } = await ask<Row>(page, 'customers.get', { id: changed })
  const fields = { kind: 'company', name: '丙改名商行' }
  await ask(page, 'customers.update', { id: changed, updatedAt, fields })

  await test.step('erasing asks why, names the customer and leaves the list without it', async () => {
    await page.evaluate((id) => (location.hash = `#/customers/${id}`), erased)
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '彻底删除…' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('甲示例商行')
    await expect(dialog.getByRole('button', { name: /取\s?消/ })).toBeFocused()
    await dialog.getByRole('button', { name: '彻底删除' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByRole('radio', { name: '本人要求' }).check()
    await dialog.getByRole('button', { name: '彻底删除' }).click()
    await expect(dialog).toBeHidden()
    expect(await names(page)).toEqual(['丙改名商行'])
  })

  await test.step('the backup opens without a password, and refuses the erased one', async () => {
    await openBackup(page)
    const list = page.getByRole('list', { name: '备份里的客户' })
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await expect(list).toContainText('企业全称、备注')
    await page.getByText(/^全部/).click()
    const gone = list.getByRole('listitem').filter({ hasText: '甲示例商行' })
    await expect(gone).toContainText('已彻底删除')
    await expect(gone.getByRole('checkbox')).toBeDisabled()
    expect(copies()).toHaveLength(1)
  })

  await test.step('the chosen ones come back, each in its way', async () => {
    await page.getByLabel('找姓名、编号或电话').fill('商行')
    for (const name of ['乙示例商行', '丙示例商行'])
      await page.getByRole('listitem').filter({ hasText: name }).getByRole('checkbox').check()
    await page.getByRole('button', { name: '看看会写什么' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('取回 1 位客户 · 补改 1 位客户')
    await dialog.getByText('照备份的').click()
    await dialog.getByRole('button', { name: '取回 2 位' }).click()
    await expect(dialog).toBeHidden()
    expect(await names(page)).toEqual(['丙示例商行', '乙示例商行'])
    await expect.poll(copies).toEqual([])
  })

  await test.step('undo takes them out again', async () => {
    await page.getByRole('button', { name: /^撤销/ }).first().click()
    await expect.poll(() => names(page)).toEqual(['丙改名商行'])
  })

  await test.step('a lock in between takes the copy away', async () => {
    await openBackup(page)
    expect(copies()).toHaveLength(1)
    await ask(page, 'vault.lock', {})
    await expect.poll(copies).toEqual([])
  })
  await kebu.close()
})
