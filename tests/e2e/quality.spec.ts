import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask as askProgram } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = '资料要准 correct horse'
const temp = makeTempDir('quality')
const userData = join(temp.path, 'user-data')
let kebu: KebuApp
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  kebu = await launchKebu({ userData })
  page = kebu.page
  await createBook(kebu, { folder, bookName: '示例', ownerName: '王小雪', password })
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  const whole = { kind: 'company', industry: '食品', need: '礼盒', source: '展会推广' }
  const names = ['桃源里食品有限公司', '鲲池机电有限公司', '水月堂茶业有限公司']
  for (const [index, name] of names.entries()) {
    const input = {
      ...whole,
      name,
      phone: `1380000843${index}`,
      tier: index === 0 ? 'high' : 'normal',
    }
    const { id } = await ask<{ id: number }>('customers.create', {
      ...input,
      source: index === 2 ? null : input.source,
    })
    const content = '问了礼盒的价格'
    const occurredAt = Date.now() - 1000
    await ask('follow-ups.create', { customerId: id, type: 'phone', content, occurredAt })
  }
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

const ask = <T>(route: string, input: unknown): Promise<T> => askProgram(page, route, input)
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
const queue = () => page.getByRole('region', { name: '今天修这十位' })

test('G Q opens today’s customers, the high tier first, with what each lacks', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(queue().getByRole('listitem')).toHaveCount(3)
  await expect(queue().getByRole('listitem').first()).toContainText('桃源里')
  await expect(row('桃源里')).toContainText('电话、名称未核实')
  await expect(row('水月堂')).toContainText('缺来源')
  await expect(page.getByRole('progressbar', { name: '今天修好 0 位，共 3 位' })).toBeVisible()
})

test('a call-back shows the number for a moment and stamps phone and name', async () => {
  await page.keyboard.press('j')
  await page.keyboard.press('p')
  const form = page.getByRole('form', { name: '回访 桃源里食品有限公司' })
  await form.getByRole('button', { name: '电话 · 显示 30 秒' }).click()
  await expect(form).toContainText('138 0000 8430')
  await form.getByLabel('备注，可不填').fill('采购接的')
  await form.getByRole('button', { name: '对得上', exact: true }).click()
  await expect(page.getByRole('status').getByText('已核实电话、名称')).toBeVisible()
  await expect(row('桃源里')).toContainText('修好了')
  await expect(page.getByRole('progressbar', { name: '今天修好 1 位，共 3 位' })).toBeVisible()
  await expect(queue().getByRole('listitem').first()).toContainText('桃源里')
})

test('补资料 opens the form at the field that is missing', async () => {
  await row('水月堂').getByRole('button', { name: '补资料' }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByLabel('来源', { exact: true })).toBeFocused()
  await drawer.getByLabel('来源', { exact: true }).fill('转介绍')
  await page.keyboard.press('Control+Enter')
  await expect(drawer).toBeHidden()
  await expect(row('水月堂')).not.toContainText('缺来源')
})

test('the numbers lead to the list, where the ring says how a customer stands', async () => {
  await page.getByRole('button', { name: '未核实 2 位，看名单' }).click()
  const grid = page.getByRole('grid', { name: '客户列表' })
  await expect(grid.getByRole('row')).toHaveCount(3)
  await expect(grid.getByRole('img', { name: '3C 2/3：完整、及时、未核实' })).toHaveCount(2)
  await page.getByRole('button', { name: '去掉「资料」这个条件' }).click()
  await expect(grid.getByRole('img', { name: '3C 3/3：完整、及时、准确' })).toHaveCount(1)
})

test('the stamp goes stale when the number changes, comes back with the undo, and outlives a restart', async () => {
  await page.getByRole('row', { name: /桃源里/ }).dblclick()
  const checks = page.getByRole('complementary').filter({ hasText: '核实' })
  await expect(checks).toContainText('王小雪 电话回访')
  await expect(page.getByText('完整 及时 准确')).toBeVisible()
  await page.keyboard.press('e')
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('电话').fill('13900008430')
  await page.keyboard.press('Control+Enter')
  await expect(drawer).toBeHidden()
  await expect(checks).toContainText('电话改过，要重新核实')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('完整 及时 准确')).toBeVisible()

  await kebu.close()
  kebu = await launchKebu({ userData })
  page = kebu.page
  await unlock(page, password)
  await page.getByRole('row', { name: /桃源里/ }).dblclick()
  await expect(page.getByText('完整 及时 准确')).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(page.getByRole('progressbar', { name: '今天修好 1 位，共 3 位' })).toBeVisible()
})

test('a field is checked from the customer page with its method', async () => {
  await page.getByRole('button', { name: '鲲池机电有限公司' }).click()
  await page.getByRole('button', { name: '核实电话 · 未核实' }).first().click()
  await page.getByRole('radio', { name: '当面确认' }).check()
  await page.getByRole('button', { name: '核实', exact: true }).click()
  await expect(page.getByRole('complementary').filter({ hasText: '核实' })).toContainText(
    '王小雪 当面确认',
  )
})

test('the same in English', async () => {
  await ask('preferences.set', { language: 'en' })
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(page.getByRole('region', { name: 'Fix these ten today' })).toBeVisible()
  await expect(page.getByText('Not verified: name')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Call back' }).first()).toBeVisible()
})
