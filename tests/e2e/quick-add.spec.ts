import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = '名片一叠 correct horse'
const temp = makeTempDir('quick-add')
const fixture = (name: string) => resolve(import.meta.dirname, '../fixtures/quick-add', name)
let kebu: KebuApp
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  kebu = await launchKebu({ userData: join(temp.path, 'user-data') })
  page = kebu.page
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  await expect(page.getByRole('button', { name: '粘贴识别' })).toBeVisible()
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

const dialog = () => page.getByRole('dialog', { name: '粘贴识别客户' })
const form = () => page.getByRole('dialog', { name: '新客户' })
const toList = () => page.evaluate(() => (location.hash = '#/customers'))

/** Pastes as the system does: an event with its data, on the field that has the focus. */
const paste = (text: string) =>
  page.evaluate((words) => {
    const field = document.activeElement
    const data = new DataTransfer()
    data.setData('text/plain', words)
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    })
    if (field?.dispatchEvent(event)) document.execCommand('insertText', false, words)
  }, text)

type Listed = { rows: { id: number; name: string }[]; total: number }
type Detail = { contactPerson: string | null; notes: string | null; address: string | null }
const find = async (text: string) => {
  const { rows } = await ask<Listed>(page, 'customers.list', { filter: { text } })
  return rows
}

test('a pasted signature fills the form and becomes a company with its contact', async () => {
  await page.keyboard.press('Shift+C')
  await expect(dialog()).toBeVisible()
  await paste(`李建国 采购经理
杭州青山食品有限公司
手机：138 0000 1027（微信同号）
电话：0571-88001234 转 802
邮箱：lijg@qingshan.example
地址：浙江省杭州市西湖区文三路 100 号
主营礼盒`)
  await expect(dialog().locator('mark')).toHaveText([
    '李建国',
    '采购经理',
    '杭州青山食品有限公司',
    '138 0000 1027',
    '0571-88001234 转 802',
    'lijg@qingshan.example',
    '浙江省杭州市西湖区文三路 100 号',
  ])
  await page.keyboard.press('Control+Enter')
  await expect(form().getByLabel('企业全称')).toHaveValue('杭州青山食品有限公司')
  await expect(form().getByLabel('联系人')).toHaveValue('李建国')
  const further = form().getByRole('region', { name: '客户自己的其他联系方式' })
  await expect(further.getByRole('listitem')).toHaveText([
    '座机0571-88001234 转 802',
    '微信138 0000 1027',
  ])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '杭州青山食品有限公司' })).toBeVisible()
  const [row] = await find('青山')
  const detail = await ask<Detail>(page, 'customers.get', { id: row?.id })
  expect(detail).toMatchObject({
    contactPerson: '李建国',
    address: '浙江省杭州市西湖区文三路 100 号',
    notes: '职位：采购经理\n主营礼盒',
  })
  const { points } = await ask<{ points: unknown[] }>(page, 'contacts.list', {
    customerId: row?.id,
  })
  expect(points).toMatchObject([
    { type: 'phone', masked: '0571-•••• 1234' },
    { type: 'wechat', masked: '1•••' },
  ])
})

test('a piece that was read wrongly is put right by a press on it', async () => {
  await toList()
  await page.getByRole('button', { name: '粘贴识别' }).click()
  await expect(dialog().getByRole('textbox')).toHaveValue('')
  await paste('云水谣\n13700001111')
  await expect(dialog().getByText('没读出名称')).toBeVisible()
  await dialog().getByRole('button', { name: '改成别的，现在是「备注」' }).click()
  await page.getByRole('menuitem', { name: '公司', exact: true }).click()
  await expect(dialog().getByRole('definition').filter({ hasText: '云水谣' })).toBeVisible()
  await dialog()
    .getByRole('button', { name: /填进表单/ })
    .click()
  await expect(form().getByLabel('企业全称')).toHaveValue('云水谣')
  await page.keyboard.press('Escape')
})

test('a form that was left unsaved goes on where it was, also after a lock', async () => {
  await page.keyboard.press('Shift+C')
  await dialog()
    .getByRole('button', { name: /填进表单/ })
    .click()
  await form().getByLabel('行业').fill('民宿')
  await page.waitForTimeout(800)
  await ask(page, 'vault.lock', {})
  await unlock(page, password)
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  await toList()
  await page.getByRole('button', { name: '粘贴识别' }).click()
  await expect(dialog().getByRole('textbox')).toHaveValue('云水谣\n13700001111')
  await dialog()
    .getByRole('button', { name: /填进表单/ })
    .click()
  await expect(form().getByLabel('行业')).toHaveValue('民宿')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '云水谣' })).toBeVisible()
})

test('a vCard with two cards is entered one after the other', async () => {
  await toList()
  await page.getByRole('button', { name: '粘贴识别' }).click()
  await paste(
    ['王芳', '尉迟恭']
      .map(
        (name, at) =>
          `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL;TYPE=CELL:1360000111${at}\nPHOTO;ENCODING=b:AAAA\nEND:VCARD`,
      )
      .join('\n'),
  )
  await expect(dialog().getByText('第 1 张，共 2 张')).toBeVisible()
  await expect(dialog().getByText('没有读入：照片。')).toBeVisible()
  for (const name of ['王芳', '尉迟恭']) {
    await expect(dialog().getByRole('definition').filter({ hasText: name })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(form().getByLabel('姓名')).toHaveValue(name)
    await page.keyboard.press('Control+Enter')
  }
  await expect(page.getByRole('heading', { name: '尉迟恭' })).toBeVisible()
  expect(await find('王芳')).toHaveLength(1)
})

test('the QR code of a picture is read beside the window, and a picture without one is said', async () => {
  await toList()
  await page.getByRole('button', { name: '粘贴识别' }).click()
  const chooser = dialog().locator('input[type=file]')
  await chooser.setInputFiles(fixture('no-code.png'))
  await expect(dialog().getByRole('alert')).toHaveText(/图里没找到二维码/)
  await chooser.setInputFiles({
    name: 'a.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture'),
  })
  await expect(dialog().getByRole('alert')).toHaveText(/看不懂这个文件/)
  const bytes = readFileSync(fixture('mecard-qr.png')).toString('base64')
  await dialog()
    .getByRole('textbox')
    .evaluate((field, data) => {
      const file = new File(
        [Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))],
        'card.png',
        { type: 'image/png' },
      )
      const clipboardData = new DataTransfer()
      clipboardData.items.add(file)
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, bytes)
  await expect(
    dialog().getByRole('definition').filter({ hasText: '云竹布艺有限公司' }),
  ).toBeVisible()
  await expect(dialog().getByRole('definition').filter({ hasText: '司徒若兰' })).toBeVisible()
  await expect(dialog().getByRole('alert')).toHaveCount(0)
  await dialog().getByRole('button', { name: '清空' }).click()
  await page.keyboard.press('Escape')
})

test('three paper forms are entered by the keyboard alone', async () => {
  await page.keyboard.press('Shift+P')
  await expect(page.getByRole('heading', { name: '纸质登记表' })).toBeVisible()
  const type = (text: string) => page.keyboard.type(text)
  const enter = () => page.keyboard.press('Enter')
  await expect(page.getByLabel('来源')).toBeFocused()
  await type('春季展会')
  await enter()
  await type('20261127')
  await enter()
  await enter()
  const records = [
    ['甲一布行', '13500002220', /^手机/],
    ['乙二布行', '12', /待核实/],
    ['丙三布行', '13500002222 / 0571-88001299', /待核实/],
  ] as const
  for (const [at, [name, phone, hint]] of records.entries()) {
    await expect(page.getByLabel('企业全称')).toBeFocused()
    await type(name)
    await enter()
    await type('周启明')
    await enter()
    await type(phone)
    await expect(page.getByText(hint)).toBeVisible()
    await enter()
    const further = page.getByRole('region', { name: '客户自己的其他联系方式' })
    await expect(further.getByRole('listitem')).toHaveText(at === 2 ? ['座机0571-88001299'] : [])
    for (let field = 0; field < 4; field++) await enter()
    await type('布料样册')
    await enter()
    await enter()
    await expect(page.getByText(`已录 ${at + 1} 份`)).toBeVisible()
  }
  const [row] = await find('乙二')
  expect(await ask(page, 'customers.get', { id: row?.id })).toMatchObject({
    source: '春季展会',
    firstContactOn: '2026-11-27',
    need: '布料样册',
    contactPerson: '周启明',
  })
  const [third] = await find('88001299')
  expect(await ask(page, 'customers.get', { id: third?.id })).toMatchObject({ name: '丙三布行' })
})

test('a paper record stops at a field that does not fit, can be taken back, and keeps its draft', async () => {
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('要填')
  await expect(page.getByLabel('企业全称')).toBeFocused()
  const saved = page.getByRole('region', { name: '刚保存的' })
  await saved
    .getByRole('listitem')
    .filter({ hasText: '甲一' })
    .getByRole('button', { name: '撤销' })
    .click()
  await expect(page.getByText('已录 2 份')).toBeVisible()
  expect(await find('甲一')).toHaveLength(0)
  await page.getByLabel('企业全称').fill('丁四布行')
  await page.getByLabel('企业全称').fill('丁四布')
  await page.getByLabel('企业全称').fill('丁四布行')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: '客户', exact: true })).toBeVisible()
  await page.keyboard.press('Shift+P')
  await expect(page.getByLabel('企业全称')).toHaveValue('丁四布行')
  await expect(page.getByLabel('来源')).toHaveValue('春季展会')
  await page.getByLabel('企业全称').focus()
  await page.evaluate(() => {
    const enter = () =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          ctrlKey: true,
          bubbles: true,
          cancelable: true,
        }),
      )
    enter()
    enter()
  })
  await expect(page.getByText('已录 3 份')).toBeVisible()
  expect(await find('丁四')).toHaveLength(1)
  await page.keyboard.press('Escape')
})

test('the same works in English', async () => {
  await ask(page, 'preferences.set', { language: 'en' })
  await page.getByRole('button', { name: 'Paste card' }).click()
  await paste('Ann Lee, Buyer, Solaris GmbH, +49 30 901820')
  const english = page.getByRole('dialog', { name: 'Paste and recognise a customer' })
  await expect(english.getByRole('definition').filter({ hasText: 'Position: Buyer' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Solaris GmbH' })).toBeVisible()
})
