import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask as askProgram } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = '来往有记 correct horse'
const temp = makeTempDir('duplicates')
const userData = join(temp.path, 'user-data')
let kebu: KebuApp
let page: Page
const ids: number[] = []

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  kebu = await launchKebu({ userData })
  page = kebu.page
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  for (const customer of [
    { name: '桃源里食品有限公司', phone: '13800008437', contactPerson: '欧阳知秋', need: '礼盒' },
    { name: '桃源裡食品股份有限公司', phone: '138 0000 8437', industry: '食品', need: '散装茶' },
    { name: '深圳市桃源里食品有限公司', phone: '0755-55501234', email: 'tao@firm.example' },
    { name: '水月堂茶业有限公司', phone: '13900002038' },
  ])
    ids.push((await ask<{ id: number }>('customers.create', { kind: 'company', ...customer })).id)
  await ask('follow-ups.create', {
    ...{ customerId: ids[1], type: 'phone', content: '问了散装茶的价', occurredAt: Date.now() },
  })
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

const ask = <T>(route: string, input: unknown): Promise<T> => askProgram(page, route, input)
const go = (path: string) => page.evaluate((to) => (location.hash = to), `#${path}`)
const advice = () => page.getByRole('status', { name: '可能重复' })

test('a note says who it may be while a customer is typed, and is no obstacle', async () => {
  await page.getByRole('button', { name: '新客户' }).first().click()
  await page.getByRole('textbox', { name: '企业全称' }).fill('水月堂')
  await expect(advice()).toContainText('水月堂茶业有限公司')
  await page.getByRole('textbox', { name: '企业全称' }).fill('望月轩茶具')
  await expect(advice()).toHaveCount(0)
  await page.getByRole('textbox', { name: '电话' }).fill('139-0000-2038')
  await expect(advice()).toContainText('电话相同')
  await advice().getByRole('link', { name: '打开' }).click()
  await expect(page.getByRole('heading', { name: '水月堂茶业有限公司' })).toBeVisible()
})

test('the whole book is looked through, and what was found stands in one group', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await page.getByRole('tab', { name: /重复/ }).click()
  await expect(page.getByText('还没有在整本客簿里找过')).toBeVisible()
  await page.getByRole('button', { name: '查找重复' }).click()
  const group = page.getByRole('region', { name: /桃源里食品/ })
  await expect(group.getByRole('listitem')).toHaveCount(3)
  await expect(group).toContainText('几乎肯定')
  await expect(page.getByText('13800008437')).toHaveCount(0)
  await expect(page.getByRole('tab', { name: /重复/ })).toContainText('1')
})

test('who is not the same is said so, and that is taken back', async () => {
  await page.getByRole('button', { name: '不是同一位' }).click()
  await expect(page.getByText('没有要处理的重复客户')).toBeVisible()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('region', { name: /桃源里食品/ })).toBeVisible()
})

test('three are merged field by field, by keyboard', async () => {
  await page
    .getByRole('region', { name: /桃源里/ })
    .getByRole('button', { name: '合并' })
    .click()
  await expect(page.getByRole('heading', { name: '合并 3 位客户' })).toBeVisible()
  const survivor = page.getByRole('group', { name: '留下这一位' })
  await survivor.getByRole('radio').first().check()
  const name = page.getByRole('group', { name: '名称' })
  await name.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(name.getByRole('radio').nth(2)).toBeChecked()
  await expect(page.getByRole('group', { name: '需求' }).getByRole('radio').first()).toBeChecked()
  await page.getByRole('button', { name: '显示完整号码' }).click()
  await expect(page.getByText('138 0000 8437').first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '深圳市桃源里食品有限公司' })).toBeVisible()
  await expect(page.getByRole('tab', { name: /往来/ })).toContainText('1')
  await expect(page.getByText('礼盒').first()).toBeVisible()
})

test('the old page leads to the customer who stayed, after a restart too', async () => {
  await kebu.close()
  kebu = await launchKebu({ userData })
  page = kebu.page
  await unlock(page, password)
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  await go(`/customers/${ids[1]}`)
  await expect(page.getByRole('heading', { name: '深圳市桃源里食品有限公司' })).toBeVisible()
  await expect(page.getByText(/已合并到这位客户/)).toBeVisible()
  const { rows } = await ask<{ rows: { id: number }[] }>('customers.list', {})
  expect(rows.map(({ id }) => id).sort()).toEqual([ids[0], ids[3]])
})

test('one undo brings all three back as they were', async () => {
  await page.keyboard.press('Control+z')
  await expect(page.getByText('已撤销：合并客户')).toBeVisible()
  await go(`/customers/${ids[1]}`)
  await expect(page.getByRole('heading', { name: '桃源裡食品股份有限公司' })).toBeVisible()
  await expect(page.getByText('问了散装茶的价')).toBeVisible()
  await go('/quality')
  await page.getByRole('tab', { name: /重复/ }).click()
  await expect(page.getByRole('region', { name: /桃源里食品/ }).getByRole('listitem')).toHaveCount(
    3,
  )
})
