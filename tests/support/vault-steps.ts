import { expect, type Page } from '@playwright/test'
import { type KebuApp, stubOpenDialog } from './electron-app'

export type NewBook = {
  /** Existing empty folder that the book's own folder is made in. */
  folder: string
  bookName: string
  ownerName: string
  password: string
}

/** Goes through the first start as a person does, types the recovery key back and skips the first backup. */
export const createBook = async ({ app, page }: KebuApp, book: NewBook): Promise<string[]> => {
  await stubOpenDialog(app, [book.folder])
  await page.getByLabel('公司或店铺名称').fill(book.bookName)
  await page.getByRole('button', { name: '换文件夹' }).click()
  await expect(page.getByRole('group', { name: '放在哪里' })).toContainText(book.folder)
  await page.getByRole('button', { name: '下一步：所有者账户' }).click()
  await page.getByLabel('您的姓名').fill(book.ownerName)
  await page.getByLabel(/^密码/).fill(book.password)
  await page.getByLabel('再输一次').fill(book.password)
  await page.getByRole('button', { name: '下一步：恢复密钥' }).click()
  const recoveryKey = await readRecoveryKey(page)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '下一步：确认' }).click()
  await typeGroupsBack(page, recoveryKey)
  await page.getByRole('button', { name: '建立客簿' }).click()
  await page.getByRole('button', { name: '稍后再说' }).click()
  return recoveryKey
}

const readRecoveryKey = async (page: Page): Promise<string[]> => {
  const items = page.getByRole('list', { name: '恢复密钥', exact: true }).getByRole('listitem')
  await expect(items).toHaveCount(8)
  return items.evaluateAll((nodes) => nodes.map((node) => node.lastElementChild?.textContent ?? ''))
}

const typeGroupsBack = async (page: Page, recoveryKey: readonly string[]): Promise<void> => {
  const fields = page.getByLabel(/^第 \d 组/)
  await expect(fields).toHaveCount(3)
  for (const [number, group] of recoveryKey.entries()) {
    const field = page.getByLabel(`第 ${number + 1} 组`)
    if ((await field.count()) > 0) await field.fill(group)
  }
}

/** Types the password on the unlock page and sends it. */
export const unlock = async (page: Page, password: string): Promise<void> => {
  await page.getByLabel(/的密码$/).fill(password)
  await page.getByRole('button', { name: '解锁', exact: true }).click()
}
