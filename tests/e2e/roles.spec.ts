import { expect, type Page, test } from '@playwright/test'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { answerOf } from '../support/bridge'
import { createBook, unlock } from '../support/vault-steps'

const ownerPassword = 'ein langes Beispielwort'
const firstPassword = 'ein erstes langes Wort'
const ownPassword = 'ein zweites eigenes Wort'
const folder = makeTempDir('roles')
const userData = makeTempDir('roles-data')
const phone = '13800001027'

test.describe.configure({ mode: 'serial' })

let kebu: KebuApp
let page: Page
const ids: Record<string, number> = {}

test.beforeAll(async () => {
  kebu = await launchKebu({ userData: userData.path })
  page = kebu.page
  await createBook(kebu, {
    ...{ folder: folder.path, bookName: '晨禾示例商贸' },
    ...{ ownerName: '陈立夏', password: ownerPassword },
  })
  for (const name of ['子虚精密制造有限公司', '桃源里食品有限公司', '广寒制冷设备有限公司'])
    ids[name] = (
      await answer<{ id: number }>('customers.create', {
        ...{ kind: 'company', name, phone, contactPerson: '李谷雨', industry: '制造业' },
        ...{ need: '导轨组件', bankAccount: '6222020200112233445' },
      })
    ).data.id
})

test.afterAll(async () => {
  await kebu.close()
  folder.remove()
  userData.remove()
})

const answer = <T>(route: string, input: unknown) => answerOf<T>(page, route, input)

const list = () => page.getByRole('grid', { name: '客户列表' })
const open = (hash: string) =>
  page.evaluate((next) => {
    window.location.hash = next
  }, hash)

async function lock(): Promise<void> {
  await page.keyboard.press('Control+l')
  await expect(page.getByLabel(/的密码$/)).toBeVisible()
}

async function choose(name: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(name) }).click()
}

test('the owner adds a salesperson, gives away one customer and releases another', async () => {
  await open('#/settings/users')
  await page.getByRole('button', { name: '加用户' }).click()
  const dialog = page.getByRole('dialog', { name: '加用户' })
  await dialog.getByLabel('姓名').fill('王小雪')
  await dialog.getByLabel(/^第一个密码/).fill(firstPassword)
  await dialog.getByRole('button', { name: '加上' }).click()
  await expect(page.getByText('等他设密码')).toBeVisible()
  await page.keyboard.press('Escape')

  await open(`#/customers/${ids['子虚精密制造有限公司']}`)
  await expect(page.getByRole('heading', { name: '子虚精密制造有限公司' })).toBeVisible()
  const owners = page.getByRole('dialog', { name: /改负责人/ })
  // The page listens for keys a moment after its heading stands there.
  await expect(async () => {
    await page.keyboard.press('o')
    await expect(owners).toBeVisible({ timeout: 1000 })
  }).toPass()
  await owners.getByRole('combobox').click()
  await page
    .getByTitle('王小雪')
    .or(page.getByRole('option', { name: /王小雪/ }))
    .last()
    .click()
  await owners.getByRole('button', { name: '交给他' }).click()
  await expect(page.getByText('已把 1 位客户交给 王小雪')).toBeVisible()
  const released = await answer('customers.release', { ids: [ids['桃源里食品有限公司']] })
  expect(released.ok).toBe(true)
})

test('the salesperson sets an own password at the first unlock', async () => {
  await lock()
  await choose('王小雪')
  await unlock(page, firstPassword)
  await page.getByLabel(/^新密码/).fill(ownPassword)
  await page.getByLabel(/^再输一次/).fill(ownPassword)
  await page.getByRole('button', { name: '设好并解锁' }).click()
  await expect(page.getByRole('navigation')).toContainText('王小雪')
})

test('the salesperson sees the own customer, and nothing of the others', async () => {
  await open('#/customers')
  await expect(list().getByText('子虚精密制造有限公司')).toBeVisible()
  await expect(list().getByText('广寒制冷设备有限公司')).toHaveCount(0)
  const other = ids['广寒制冷设备有限公司']
  for (const [route, input] of [
    ['customers.get', { id: other }],
    ['customers.reveal', { id: other, fields: ['phone'] }],
    ['follow-ups.list', { customerId: other }],
    ['customers.archive', { ids: [other] }],
  ] as const)
    expect(await answer(route, input)).toMatchObject({
      ok: false,
      error: { code: 'customers.not-found' },
    })
  await open(`#/customers/${other}`)
  await expect(page.getByText('没有这位客户')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('广寒')
  await expect(page.getByRole('option', { name: /广寒制冷/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
})

test('the salesperson does not manage, import or read the trail', async () => {
  await open('#/settings/users')
  await expect(page.getByRole('link', { name: '用户与角色' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '审计记录' })).toHaveCount(0)
  await expect(page.getByRole('navigation').getByRole('link', { name: '导入' })).toHaveCount(0)
  for (const route of ['users.list', 'audit.list', 'imports.list', 'ownership.listOwners'])
    expect(await answer(route, {})).toMatchObject({ error: { code: 'core.forbidden' } })
})

test('the salesperson edits without ever seeing the bank account, and loses none of it', async () => {
  const own = ids['子虚精密制造有限公司']
  await open(`#/customers/${own}`)
  await expect(page.getByRole('heading', { name: '子虚精密制造有限公司' })).toBeVisible()
  await page.getByRole('button', { name: '编辑', exact: true }).click()
  const form = page.getByRole('dialog', { name: '编辑客户' })
  await expect(form).toBeVisible()
  await expect(form.getByLabel('银行账号')).toHaveCount(0)
  await form.getByLabel('行业').fill('精密制造')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已保存')).toBeVisible()
  const revealed = await answer('customers.reveal', { id: own, fields: ['bankAccount'] })
  expect(revealed).toMatchObject({ error: { code: 'core.forbidden' } })
})

test('the salesperson claims from the pool, where contacts are covered', async () => {
  await open('#/customers')
  await page.getByRole('tab', { name: /公海/ }).click()
  await expect(list().getByText('桃源里食品有限公司')).toBeVisible()
  const pooled = ids['桃源里食品有限公司']
  expect(await answer('customers.reveal', { id: pooled, fields: ['phone'] })).toMatchObject({
    error: { code: 'core.forbidden' },
  })
  await open(`#/customers/${pooled}`)
  await expect(page.getByRole('button', { name: /电话 · 显示/ })).toHaveCount(0)
  await page.getByRole('button', { name: '认领' }).click()
  await expect(page.getByText('已认领 1 位客户')).toBeVisible()
  await page.getByRole('button', { name: /电话 · 显示/ }).click()
  await expect(page.getByText('138 0000 1027')).toBeVisible()
})

test('the owner finds all of it in the trail, bank account and all, and shuts the door', async () => {
  await lock()
  await choose('陈立夏')
  await unlock(page, ownerPassword)
  await expect(page.getByRole('navigation')).toContainText('陈立夏')
  const own = ids['子虚精密制造有限公司']
  expect(await answer('customers.reveal', { id: own, fields: ['bankAccount'] })).toMatchObject({
    data: { bankAccount: '6222020200112233445' },
  })
  await open('#/settings/audit')
  await expect(page.getByText('认领客户', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '核对' }).click()
  await expect(page.getByText(/一条不缺/)).toBeVisible()
  await open('#/settings/users')
  await page.getByRole('button', { name: '王小雪的更多操作' }).click()
  await page.getByRole('menuitem', { name: '停用' }).click()
  await expect(page.getByText('已停用', { exact: true })).toBeVisible()
  await lock()
  await expect(page.getByText('王小雪')).toHaveCount(0)
})
