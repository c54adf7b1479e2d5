import { expect, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = 'ein langes Beispielwort'
const folder = makeTempDir('contacts')
const userData = makeTempDir('contacts-data')
const customer = '子虚精密制造有限公司'

test.describe.configure({ mode: 'serial' })

let kebu: KebuApp
let page: Page
let id = 0

test.beforeAll(async () => {
  kebu = await launchKebu({ userData: userData.path })
  page = kebu.page
  await createBook(kebu, {
    ...{ folder: folder.path, bookName: '晨禾示例商贸' },
    ...{ ownerName: '陈立夏', password },
  })
  const made = await ask<{ id: number }>(page, 'customers.create', {
    ...{ kind: 'company', name: customer, industry: '制造业', phone: '13800009999' },
  })
  id = made.id
  await ask(page, 'customers.create', { kind: 'company', name: '桃源里食品有限公司' })
})

test.afterAll(async () => {
  await kebu.close()
  folder.remove()
  userData.remove()
})

const editor = (name = '加联系人') => page.getByRole('form', { name })
const people = (name = '联系人') => page.getByRole('list', { name, exact: true })
const person = (name: string) => people().getByRole('listitem').filter({ hasText: name }).first()
const names = () =>
  people('联系人与决策链')
    .getByRole('button', { name: /^[^·]+$/ })
    .allTextContents()

async function openCustomer(): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), `#/customers/${id}`)
  await expect(page.getByRole('heading', { name: customer })).toBeVisible()
}

/** The page listens for keys a moment after its heading stands there. */
async function pressForEditor(): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('a')
    await expect(editor()).toBeVisible({ timeout: 1000 })
  }).toPass()
}

async function fillPoint(at: number, type: string, raw: string): Promise<void> {
  const line = editor().getByRole('group', { name: `第 ${at} 个联系方式` })
  if ((await line.count()) === 0)
    await editor().getByRole('button', { name: type, exact: true }).click()
  await line.getByLabel('号码').fill(raw)
}

test('two people are added by keyboard with numbers of every kind', async () => {
  await openCustomer()
  await expect(page.getByText('还没有联系人。').first()).toBeVisible()
  await pressForEditor()
  await expect(editor().getByLabel('姓名')).toBeFocused()
  await page.keyboard.type('周祥云')
  await editor().getByLabel('职位').fill('总经理')
  await editor().getByLabel('部门').fill('总经办')
  await editor().getByLabel('在决策里的角色').click()
  await page.getByTitle('拍板').click()
  const numbers = [
    ['电话', '+86 139-0000-8840'],
    ['电话', '0755-22345678 转 801'],
    ['电话', '400-800-1234'],
    ['电话', '+852 2345 6789'],
    ['微信', 'zhou_xiangyun'],
    ['QQ', '10001234'],
    ['邮箱', 'Zhou@Example.com'],
    ['其他', '抖音 祥云'],
  ] as const
  for (const [index, [type, raw]] of numbers.entries()) await fillPoint(index + 1, type, raw)
  const desk = editor().getByRole('group', { name: '第 2 个联系方式' })
  await desk.getByLabel('说明').fill('前台')
  await desk.getByRole('checkbox', { name: '公用' }).check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已加联系人 周祥云')).toBeVisible()
  await expect(page.getByRole('tab', { name: /联系人 1/ })).toBeVisible()
  for (const shown of [
    ...['手机139 •••• 8840', '座机0755-•••• 5678', '400 电话400 ••• 1234'],
    ...['港澳台电话+852 •••• 6789', '微信z•••', 'QQ1•••', '邮箱Z•••@Example.com'],
  ])
    await expect(person('周祥云').getByRole('listitem').filter({ hasText: shown })).toHaveCount(1)
  await expect(person('周祥云')).toContainText('前台')
  await expect(person('周祥云')).toContainText('公用')

  await pressForEditor()
  await page.keyboard.type('李谷雨')
  await fillPoint(1, '电话', '同上')
  await editor().getByLabel('在决策里的角色').click()
  await page.getByTitle('日常对接').last().click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已加联系人 李谷雨')).toBeVisible()
  await expect(person('李谷雨')).toContainText('待核实')
})

test('an e-mail that is none is refused at its field, and Esc keeps what was typed', async () => {
  await page.getByRole('button', { name: '改李谷雨' }).click()
  const form = editor('改联系人')
  await form.getByRole('button', { name: '邮箱', exact: true }).click()
  await form.getByRole('group', { name: '第 2 个联系方式' }).getByLabel('号码').fill('谷雨')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByRole('alert')).toContainText('看不懂这个邮箱')
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await page.getByRole('button', { name: '改李谷雨' }).click()
  const mail = form.getByRole('group', { name: '第 2 个联系方式' }).getByLabel('号码')
  await expect(mail).toHaveValue('谷雨')
  await mail.fill('guyu@example.com')
  await form.getByRole('group', { name: '第 1 个联系方式' }).getByLabel('号码').fill('13700001027')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已改联系人 李谷雨')).toBeVisible()
  await expect(person('李谷雨')).toContainText('137 •••• 1027')
})

test('the order is changed by keyboard and by dragging', async () => {
  await expect.poll(names).toEqual(['周祥云', '李谷雨'])
  const handle = page.getByRole('button', { name: '移动李谷雨' })
  await handle.focus()
  await page.keyboard.press('ArrowUp')
  await expect.poll(names).toEqual(['李谷雨', '周祥云'])
  await expect(handle).toBeFocused()
  await handle.dragTo(person('周祥云'))
  await expect.poll(names).toEqual(['周祥云', '李谷雨'])
})

test('a number is shown whole on a click, and the click is written down', async () => {
  await person('周祥云').getByRole('button', { name: '周祥云 · 手机 · 显示 30 秒' }).click()
  await expect(person('周祥云')).toContainText('139 0000 8840')
  const { lines } = await ask<{ lines: { route: string; subject: string | null }[] }>(
    ...([page, 'audit.list', {}] as const),
  )
  expect(lines[0]).toMatchObject({ route: 'contacts.reveal', subject: `customer:${id} phone` })
  await person('周祥云').getByRole('button', { name: '周祥云 · 手机 · 遮住' }).click()
  await expect(person('周祥云')).not.toContainText('139 0000 8840')
})

test('the customer has further numbers of its own', async () => {
  await page.getByRole('button', { name: '改其他联系方式' }).click()
  const form = editor('改其他联系方式')
  await form.getByLabel('号码').fill('0755-26660000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已改其他联系方式')).toBeVisible()
  await expect(page.getByText('0755-•••• 0000')).toBeVisible()
})

test('search finds the customer by initials and by digits of a second number', async () => {
  for (const typed of ['lgy', 'zhouxiang', '2234567', '26660', 'zhou_xiang']) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(typed)
    await expect(page.getByRole('option', { name: new RegExp(customer) })).toBeVisible()
    await expect(page.getByRole('option', { name: /桃源里食品/ })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('combobox', { name: /^搜客户/ })).toHaveCount(0)
  }
})

test('a person goes and comes back with 撤销', async () => {
  await page.getByRole('button', { name: '删掉周祥云' }).click()
  await expect(page.getByText('已删掉联系人 周祥云')).toBeVisible()
  await expect.poll(names).toEqual(['李谷雨'])
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect.poll(names).toEqual(['周祥云', '李谷雨'])
  await expect(person('周祥云').getByRole('listitem')).toHaveCount(8)
})

test('everything is there after a restart, in English too', async () => {
  await kebu.close()
  kebu = await launchKebu({ userData: userData.path })
  page = kebu.page
  await unlock(page, password)
  await expect(page.getByRole('navigation')).toContainText('陈立夏')
  await openCustomer()
  await page.getByRole('tab', { name: /联系人/ }).click()
  await expect.poll(names).toEqual(['周祥云', '李谷雨'])
  await page.getByRole('button', { name: '改周祥云' }).click()
  const lines = editor('改联系人').getByRole('group', { name: /^第 \d 个联系方式$/ })
  await expect(lines).toHaveCount(8)
  const written = await lines
    .getByLabel('号码')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
  expect(written).toEqual([
    ...['+86 139-0000-8840', '0755-22345678 转 801', '400-800-1234', '+852 2345 6789'],
    ...['zhou_xiangyun', '10001234', 'Zhou@Example.com', '抖音 祥云'],
  ])
  await expect(lines.nth(1).getByRole('checkbox', { name: '公用' })).toBeChecked()
  await page.keyboard.press('Escape')

  await ask(page, 'preferences.set', { language: 'en' })
  await expect(page.getByRole('tab', { name: /Contacts 2/ })).toBeVisible()
  await expect(people('Contacts')).toContainText('Decides')
  await page.getByRole('button', { name: 'Delete 李谷雨' }).click()
  await expect(page.getByText('Deleted 李谷雨')).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('tab', { name: /Contacts 2/ })).toBeVisible()
})
