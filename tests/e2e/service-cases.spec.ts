import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask as askProgram } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook } from '../support/vault-steps'

const password = '有问有答 correct horse'
const day = 86_400_000
const temp = makeTempDir('service-cases')
let kebu: KebuApp
let page: Page
let customerId: number

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  kebu = await launchKebu({ userData: join(temp.path, 'user-data') })
  page = kebu.page
  await createBook(kebu, { folder, bookName: '示例', ownerName: '王小雪', password })
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  const plant = async (name: string, tier: string, daysAgo: number) => {
    const input = { kind: 'company', name, tier, phone: '13800008430' }
    const { id } = await ask<{ id: number }>('customers.create', input)
    const occurredAt = Date.now() - daysAgo * day
    await ask('follow-ups.create', { customerId: id, type: 'phone', content: '问好', occurredAt })
    return id
  }
  customerId = await plant('桃源里食品有限公司', 'normal', 1)
  await plant('鲲池机电有限公司', 'high', 40)
  await plant('水月堂茶业有限公司', 'normal', 90)
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

const ask = <T>(route: string, input: unknown): Promise<T> => askProgram(page, route, input)
const cases = () => page.getByRole('list', { name: '服务单', exact: true })
const said = (text: string) => page.getByRole('status').getByText(text)

test('G E, A and a line write a case down', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { name: '服务' })).toBeVisible()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: '新建服务单' })
  await dialog.getByLabel('客户').fill('tyl')
  await page
    .getByTitle(/桃源里/)
    .or(page.getByText(/桃源里食品有限公司 · C/))
    .last()
    .click()
  await dialog.getByText('投诉').click()
  await dialog.getByLabel('一句话说清是什么事').fill('送来的礼盒压坏了')
  await page.keyboard.press('Control+Enter')
  await expect(said('服务单已建')).toBeVisible()
  await expect(cases().getByRole('listitem')).toHaveCount(1)
  await expect(cases()).toContainText('等答复')
  await expect(page.getByRole('button', { name: '等首次答复 1' })).toBeVisible()
})

test('it goes from the first answer to the satisfaction', async () => {
  await page.keyboard.press('j')
  await cases().getByRole('button', { name: '已首次答复' }).click()
  await expect(cases()).toContainText('处理中')
  await cases().getByRole('button', { name: '已解决' }).click()
  const form = cases().getByRole('form', { name: '已解决' })
  await form.getByRole('button', { name: '已解决' }).click()
  await expect(form.getByRole('alert')).toBeVisible()
  await form.getByLabel('处理结果').fill('当天补发了一盒')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('没有要处理的')).toBeVisible()
  await page.getByText('已解决', { exact: true }).click()
  await page.keyboard.press('j')
  await cases().getByRole('button', { name: '结案' }).click()
  await cases().getByText('4', { exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await expect(cases()).toContainText('已结案 · 满意度 4')
  await expect(page.getByRole('region', { name: '概况' })).toContainText('4.0')
})

test('the page of the customer has the case, and a clock because they complained', async () => {
  await page.evaluate((id) => (location.hash = `#/customers/${id}`), customerId)
  await expect(page.getByText(/小时内更新资料 · 有投诉/)).toBeVisible()
  await page.getByRole('tab', { name: '服务' }).click()
  await expect(cases()).toContainText('送来的礼盒压坏了')
  await page.getByRole('button', { name: '已更新' }).click()
  await expect(page.getByText(/小时内更新资料/)).toBeHidden()
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText(/小时内更新资料 · 有投诉/)).toBeVisible()
})

test('a purchase is written down in one line and opens a clock of its own', async () => {
  await page.getByRole('tab', { name: '行为' }).click()
  const form = page.getByRole('form', { name: '记一笔' })
  await form.getByLabel('行为').click()
  await page.getByTitle('购买').click()
  await form.getByLabel('关于什么').fill('中秋礼盒')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: '客户做过什么' })).toContainText('中秋礼盒')
  await expect(page.getByText(/有投诉、买了东西/)).toBeVisible()
})

test('who is due for a visit gets one planned, and one undo takes all back', async () => {
  await page.keyboard.press('Escape')
  await page.evaluate(() => (location.hash = '#/late'))
  const late = page.getByRole('list', { name: '该回访未安排的客户' })
  await expect(late.getByRole('listitem')).toHaveCount(2)
  await expect(late.getByRole('listitem').first()).toContainText('鲲池机电有限公司')
  await page.getByRole('checkbox', { name: '全选' }).check()
  await page.getByRole('button', { name: '安排回访' }).click()
  const dialog = page.getByRole('dialog', { name: '给 2 位客户安排回访' })
  await dialog.getByRole('button', { name: '安排回访' }).click()
  await expect(page.getByText('没有落下的')).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(late.getByRole('listitem')).toHaveCount(2)
})

test('profiles that wait for an update stand beside, and the rhythm is set in the settings', async () => {
  await page.getByRole('tab', { name: /资料要更新/ }).click()
  const clocks = page.getByRole('list', { name: '资料要更新的客户' })
  await expect(clocks.getByRole('listitem')).toHaveCount(2)
  await clocks.getByRole('button', { name: '已更新' }).first().click()
  await expect(page.getByText('没有要更新的资料')).toBeVisible()
  await page.evaluate(() => (location.hash = '#/settings/cadence'))
  const high = page.getByRole('group', { name: '高价值' }).getByRole('checkbox', { name: '每' })
  await high.click()
  await expect(high).not.toBeChecked()
  await page.evaluate(() => (location.hash = '#/late'))
  const late = page.getByRole('list', { name: '该回访未安排的客户' })
  await expect(late.getByRole('listitem')).toHaveCount(1)
  await expect(late).toContainText('水月堂')
})
