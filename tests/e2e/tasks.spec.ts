import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { launchKebu, makeTempDir, stubOpenDialog, stubSaveDialog } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = '来往有记 correct horse'
const quick = (page: Page) => page.getByRole('textbox', { name: '新任务' })
const rows = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('button') })
const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('a task is written by words, comes again when done, is ticked off, edited, and travels by calendar file (R074)', async () => {
  const temp = makeTempDir('tasks')
  const folder = join(temp.path, 'book')
  const userData = join(temp.path, 'user-data')
  mkdirSync(folder)
  const kebu = await launchKebu({ userData })
  const { app, page } = kebu
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  await ask(page, 'customers.create', { kind: 'company', name: '云岫科技有限公司' })
  await page.getByRole('navigation', { name: '导航' }).getByText('任务').click()
  await expect(page.getByText('没有要做的任务。')).toBeVisible()

  // By words: the date is shown before anything is saved, and taken out of the title.
  await page.keyboard.press('a')
  await quick(page).fill('明天下午3点给云岫寄样品')
  await expect(page.getByRole('status').getByText('读到「明天下午3点」')).toBeVisible()
  await quick(page).press('Enter')
  await expect(page.getByRole('button', { name: '给云岫寄样品', exact: true })).toBeVisible()
  await expect(page.getByText('明天 15:00')).toBeVisible()
  await quick(page).fill('今天写周报')
  await quick(page).press('Enter')
  await expect(group(page, '今天').getByText('写周报')).toBeVisible()
  await quick(page).press('Escape')

  // At the side: weekly, a checklist by keyboard, a customer.
  await page.getByRole('button', { name: '写周报', exact: true }).click()
  const side = page.getByRole('dialog', { name: '改任务' })
  await side.getByRole('combobox', { name: '重复' }).click()
  await page.getByText('按周', { exact: true }).click()
  await expect(side.getByRole('status')).toContainText('每周')
  await side.getByRole('button', { name: '加一行' }).click()
  await page.keyboard.type('收数')
  await page.keyboard.press('Enter')
  await page.keyboard.type('发出')
  await side.getByRole('checkbox', { name: '勾第 1 行' }).check()
  await side.getByRole('combobox', { name: '客户' }).click()
  await page.getByText('云岫科技有限公司').last().click()
  await side.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(side).toBeHidden()
  await expect(rows(page).filter({ hasText: '写周报' })).toContainText('1/2')

  // Done: the next one is there at once, and undo takes back both.
  await page.getByRole('button', { name: '完成「写周报」' }).click()
  await expect(page.getByRole('status').getByText('完成了「写周报」，下一次')).toBeVisible()
  await expect(rows(page).filter({ hasText: '写周报' })).toHaveCount(1)
  await expect(group(page, '以后').getByText('写周报')).toBeVisible()
  await page.getByRole('button', { name: '撤销', exact: true }).last().click()
  await expect(group(page, '今天').getByText('写周报')).toBeVisible()

  // By keys: K up to the first row, M for done.
  await page.getByRole('heading', { name: '任务' }).click()
  for (const key of ['j', 'k', 'k']) await page.keyboard.press(key)
  await page.keyboard.press('m')
  await expect(group(page, '以后').getByText('写周报')).toBeVisible()

  // At the customer, with the count on its tab.
  await page.getByRole('button', { name: '云岫科技有限公司' }).click()
  await page.getByRole('tab', { name: '任务 1' }).click()
  await expect(page.getByRole('button', { name: '写周报', exact: true })).toBeVisible()
  await page.getByRole('button', { name: '看已结束的' }).click()
  await expect(page.getByText(/^今天 .*完成$/)).toBeVisible()
  await page.evaluate(() => (location.hash = '#/tasks'))

  // Out and in again: nothing doubles; what a phone changed is taken over.
  const file = join(temp.path, 'tasks.ics')
  await stubSaveDialog(app, file)
  await page.getByRole('button', { name: '日历文件' }).click()
  await page.getByRole('menuitem', { name: '导出全部' }).click()
  await expect(page.getByText('已导出 2 条。文件没有加密，用完删掉')).toBeVisible()
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(text).toContain('RRULE:FREQ=WEEKLY')
  const broken = ['BEGIN:VEVENT', 'UID:x', 'SUMMARY:坏的', 'DTSTART:never', 'END:VEVENT', '']
  const foreign = [
    'BEGIN:VEVENT',
    'UID:y',
    'SUMMARY:展会',
    'DTSTART:20990605T093000',
    'END:VEVENT',
    '',
  ]
  writeFileSync(
    file,
    text
      .replace('SUMMARY:给云岫寄样品', 'SUMMARY:给云岫寄两份样品')
      .replace('END:VCALENDAR', `${[...broken, ...foreign].join('\r\n')}END:VCALENDAR`),
  )
  await stubOpenDialog(app, [file])
  await page.getByRole('button', { name: '日历文件' }).click()
  await page.getByRole('menuitem', { name: '导入' }).click()
  const dialog = page.getByRole('dialog', { name: '导入日历文件' })
  await expect(dialog).toContainText('新任务 1 条，更新已有的 1 条，1 条已有、没有变')
  await expect(dialog.getByRole('listitem').filter({ hasText: '坏的' })).toContainText('看不懂')
  await dialog.getByRole('button', { name: '导入 2 条' }).click()
  await expect(page.getByText('已导入 1 条，更新 1 条')).toBeVisible()
  await expect(page.getByRole('button', { name: '给云岫寄两份样品', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: '展会', exact: true })).toBeVisible()
  await kebu.close()

  // After a restart all is there.
  const again = await launchKebu({ userData })
  await unlock(again.page, password)
  await expect(again.page.getByRole('navigation', { name: '导航' })).toBeVisible()
  await again.page.evaluate(() => (location.hash = '#/tasks'))
  for (const title of ['写周报', '给云岫寄两份样品', '展会'])
    await expect(again.page.getByRole('button', { name: title, exact: true })).toBeVisible()
  await again.close()
  temp.remove()
})

test('a file that is no calendar is refused with a reason, and nothing is lost', async () => {
  const temp = makeTempDir('tasks-bad')
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  const kebu = await launchKebu({ userData: join(temp.path, 'user-data') })
  const { app, page } = kebu
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  await ask(page, 'tasks.create', { title: '留着的' })
  await page.evaluate(() => (location.hash = '#/tasks'))
  const readFile = async (content: string | Buffer) => {
    const file = join(temp.path, 'bad.ics')
    writeFileSync(file, content)
    await stubOpenDialog(app, [file])
    await page.getByRole('button', { name: '日历文件' }).click()
    await page.getByRole('menuitem', { name: '导入' }).click()
  }
  await readFile(Buffer.from([0, 1, 2, 255, 254]))
  await expect(page.getByText('这不是日历文件（.ics），或已损坏')).toBeVisible()
  await readFile(Buffer.alloc(50_000_000, 'x'))
  await expect(page.getByText('这个文件有 50 MB，超过了 16 MB，没有读')).toBeVisible()
  await readFile('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:断了\r\nDTSTART:2099')
  const dialog = page.getByRole('dialog', { name: '导入日历文件' })
  await expect(dialog.getByRole('listitem')).toContainText('没有结尾，没有导入')
  await dialog
    .getByRole('button', { name: /^关\s?闭$/ })
    .last()
    .click()
  await expect(page.getByRole('button', { name: '留着的', exact: true })).toBeVisible()
  await kebu.close()
  temp.remove()
})
