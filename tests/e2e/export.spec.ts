import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { answerOf, ask } from '../support/bridge'
import { launchKebu, makeTempDir, stubSaveDialog } from '../support/electron-app'
import { createBook } from '../support/vault-steps'

test('customers go out as a table that Excel reads, chosen or as the list shows them (R073, R095)', async () => {
  const temp = makeTempDir('export')
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  const kebu = await launchKebu({ userData: join(temp.path, 'user-data') })
  const { app, page } = kebu
  await createBook(kebu, {
    ...{ folder, bookName: '示例', ownerName: '陈立夏', password: '来往有记 correct horse' },
  })
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  const { id: fieldId } = await ask<{ id: number }>(page, 'custom-fields.create', {
    ...{ name: '门店数', type: 'number', kinds: 'both', groupName: null },
    ...{ options: [], requiredStages: [] },
  })
  for (const [name, phone, stores] of [
    ['桃源里食品有限公司', '13800008437', '12'],
    ['=鲲池机电有限公司', '+86 139 0000 2718', '-3'],
  ] as const)
    await ask(page, 'customers.create', {
      ...{ kind: 'company', name, phone, custom: { [fieldId]: stores } },
    })
  await page.evaluate(() => (location.hash = '#/customers'))
  const said = (count: number) =>
    expect(
      page.getByRole('status').getByText(`已导出 ${count} 位客户。文件没有加密，用完删掉`),
    ).toBeVisible()

  const all = join(temp.path, 'all.csv')
  await stubSaveDialog(app, all)
  await page.getByRole('button', { name: '导出列表里的客户' }).click()
  await said(2)
  const text = readFileSync(all, 'utf8')
  expect(text.startsWith('\uFEFF客户名称,')).toBe(true)
  expect(text.split('\r\n')[0]).toMatch(/,门店数$/)
  expect(text).toMatch(/\r\n桃源里食品有限公司,企业,.*,13800008437,.*,12\r\n/)
  expect(text).toMatch(/\r\n'=鲲池机电有限公司,企业,.*,'\+86 139 0000 2718,.*,'-3\r\n/)
  if (process.platform !== 'win32') expect(statSync(all).mode & 0o777).toBe(0o600)

  const one = join(temp.path, 'one.csv')
  await stubSaveDialog(app, one)
  await page.getByRole('checkbox', { name: '选 桃源里食品有限公司' }).check()
  const bar = page.getByRole('toolbar', { name: '批量操作' })
  await bar.getByRole('button', { name: '导出', exact: true }).click()
  await said(1)
  expect(readFileSync(one, 'utf8').split('\r\n')).toHaveLength(3)

  const { data } = await answerOf<{ lines: { route: string; subject: string | null }[] }>(
    page,
    'audit.list',
    {},
  )
  expect(
    data.lines.filter(({ route }) => route === 'exports.customers').map(({ subject }) => subject),
  ).toEqual(['customers:1', 'customers:2'])
  await kebu.close()
  temp.remove()
})
