import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { launchKebu, makeTempDir, stubOpenDialog } from '../support/electron-app'
import { findPlaintext } from '../support/plaintext'
import { createBook, unlock } from '../support/vault-steps'

const fixture = resolve(import.meta.dirname, '../fixtures/customers-gb18030.csv')
const password = '来往有记 correct horse'
const company = '云岫示例科技有限公司'
const phone = '13800002468'
const told = '看了样机，等财务批额度'
const navigation = (page: Page) => page.getByRole('navigation', { name: '导航' })
const goTo = (page: Page, place: string) =>
  navigation(page).getByText(place, { exact: true }).click()

async function openCompany(page: Page): Promise<void> {
  await goTo(page, '客户')
  await page.getByLabel(/^在列表里找/).fill('云岫')
  await page.getByRole('row').filter({ hasText: company }).dblclick()
  await expect(page.getByRole('heading', { name: company })).toBeVisible()
}

async function expectAllThere(page: Page): Promise<void> {
  await openCompany(page)
  await expect(page.getByText(told)).toBeVisible()
  await expect(page.getByText('带合同去').first()).toBeVisible()
  await expect(page.getByText('样机满意').first()).toBeVisible()
}

test('a book is made, filled from a GB18030 file, worked with, locked, backed up, and restored on a new machine', async () => {
  const first = makeTempDir('first')
  const second = makeTempDir('second')
  for (const folder of ['books', 'usb']) mkdirSync(join(first.path, folder))
  mkdirSync(join(second.path, 'books'))
  const userData = join(first.path, 'user-data')

  let kebu = await launchKebu({ userData })
  await createBook(kebu, {
    folder: join(first.path, 'books'),
    bookName: '晨禾示例商贸',
    ownerName: '陈立夏',
    password,
  })

  await test.step('import the GB18030 file', async () => {
    const { page } = kebu
    await goTo(page, '导入')
    await stubOpenDialog(kebu.app, [fixture])
    await page.getByRole('button', { name: '选一个 CSV 文件' }).click()
    await page.getByRole('button', { name: /^检查 / }).click()
    await page.getByRole('button', { name: /^导入 .* 位客户$/ }).click()
    await expect(page.getByText(/^已导入 1,\d{3} 位客户。$/)).toBeVisible()
  })

  await test.step('find a customer by two characters, log a follow-up with a next date, put a tag on', async () => {
    const { page } = kebu
    await openCompany(page)
    await page.keyboard.press('n')
    const words = page.getByRole('textbox', { name: '内容' })
    await words.fill(told)
    await page.getByRole('button', { name: '明天', exact: true }).click()
    await page.getByLabel('下次做什么').fill('带合同去')
    await page.keyboard.press('Control+Enter')
    await expect(words).toHaveCount(0)
    await expect(page.getByText(told)).toBeVisible()
    await page.keyboard.press('t')
    await page.getByLabel('找标签，或写一个新的').fill('样机满意')
    await page.keyboard.press('Enter')
    await expect(page.getByText('样机满意').first()).toBeVisible()
  })
  await kebu.close()

  kebu = await launchKebu({ userData })
  await test.step('a wrong password is refused, the right one brings all back', async () => {
    await unlock(kebu.page, `${password}!`)
    await expect(kebu.page.getByRole('alert')).toBeVisible()
    await expect(navigation(kebu.page)).toHaveCount(0)
    await unlock(kebu.page, password)
    await expectAllThere(kebu.page)
  })

  await test.step('back up to another folder', async () => {
    const { page } = kebu
    await goTo(page, '备份')
    await stubOpenDialog(kebu.app, [join(first.path, 'usb')])
    await page.getByRole('button', { name: '选位置…' }).click()
    await page.getByRole('button', { name: '立即备份' }).click()
    await expect(page.getByText('打开 · 校验 · 清点').first()).toBeVisible({ timeout: 30_000 })
  })
  await kebu.close()
  const files = readdirSync(join(first.path, 'usb'))
  expect(files).toEqual([expect.stringMatching(/^晨禾示例商贸-\d{8}-\d{6}\.kebubak$/)])

  kebu = await launchKebu({ userData: join(second.path, 'user-data') })
  await test.step('restore on a new machine', async () => {
    const { app, page } = kebu
    await page.getByRole('button', { name: '从备份恢复' }).click()
    await stubOpenDialog(app, [join(first.path, 'usb', files[0] ?? '')])
    await page.getByRole('button', { name: '选备份文件…' }).click()
    await expect(page.getByText('晨禾示例商贸', { exact: true })).toBeVisible()
    await stubOpenDialog(app, [join(second.path, 'books')])
    await page.getByRole('button', { name: '换文件夹…' }).click()
    await page.getByLabel('陈立夏备份那天的密码').fill(password)
    await page.getByRole('button', { name: '恢复', exact: true }).click()
    await expect(page.getByText('恢复好了')).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: '打开客簿' }).click()
    await expectAllThere(page)
  })
  await kebu.close()

  await test.step('no file of either machine holds a name, phone or note in the clear', () => {
    const words = [company, '林半夏', phone, told, '样机满意']
    expect(findPlaintext([first.path, second.path], words)).toEqual([])
    // The search itself finds what lies there: the fixture is full of plaintext in UTF-8.
    const fixtures = resolve(import.meta.dirname, '../fixtures')
    expect(findPlaintext([fixtures], [company])).not.toEqual([])
  })
  first.remove()
  second.remove()
})
