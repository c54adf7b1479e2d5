import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask as askProgram } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir, stubSaveDialog } from '../support/electron-app'
import { findPlaintext } from '../support/plaintext'
import { makePdf, makePng } from '../support/sample-files'
import { createBook, unlock } from '../support/vault-steps'

const password = '来往有记 correct horse'
/** Stands in the names and the contents of the files below, and in no file that the program writes. */
const marks = ['附件记号猗猗', 'attachment-mark-qzv', '合同记号翩翩']
const temp = makeTempDir('attachments')
const userData = join(temp.path, 'user-data')
const source = join(temp.path, 'source')
const written = [userData, join(temp.path, 'books')]
/** A file that a browser would run if it believed its name, and a shell if it were executable. */
const script = `#!/bin/sh\ntouch ${join(temp.path, 'executed')}\n# ${marks[1] ?? ''}\n`
const files = {
  '附件记号猗猗 现场.png': makePng(640, 420, [20, 103, 122], marks[1]),
  '合同记号翩翩.pdf': makePdf([
    { latin: 'Contract, page one', chinese: '销售合同第一页' },
    { latin: 'Contract, page two', chinese: '签字盖章' },
  ]),
  '清单.txt': Buffer.from('联系人：示例\n<script>document.title = "run"</script>\n'),
}
let kebu: KebuApp
let page: Page
let customerId = 0

const ask = <T>(route: string, input: unknown): Promise<T> => askProgram(page, route, input)
const list = async () =>
  (
    await ask<{ items: { id: number; fileName: string; mediaType: string }[] }>(
      'attachments.list',
      { customerId },
    )
  ).items
const row = (name: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: name })
    .filter({ has: page.getByRole('button', { name: '更多操作' }) })
const openTab = async () => {
  await page.evaluate((to) => (location.hash = to), `#/customers/${customerId}`)
  await page.getByRole('tab', { name: /附件/ }).click()
}
const choose = (names: string[]) =>
  page.locator('input[type=file]').setInputFiles(names.map((name) => join(source, name)))

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  for (const folder of ['books', 'source']) mkdirSync(join(temp.path, folder))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(source, name), bytes)
  kebu = await launchKebu({ userData })
  page = kebu.page
  const folder = join(temp.path, 'books')
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  const created = await ask<{ id: number }>('customers.create', {
    kind: 'company',
    name: '示例商行',
  })
  customerId = created.id
  await openTab()
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

test('files come in by the button, and each shows itself', async () => {
  await choose(Object.keys(files))
  await expect(page.getByText('已加 3 个附件')).toBeVisible()
  await expect(page.getByRole('tab', { name: '附件 3' })).toBeVisible()
  expect((await list()).map(({ mediaType }) => mediaType).sort()).toEqual([
    ...['application/pdf', 'image/png', 'text/plain'],
  ])

  await row('现场.png').getByRole('button', { name: /现场/ }).click()
  const image = page.getByRole('dialog').getByRole('img', { name: /现场/ })
  await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(640)
  await page.keyboard.press('Escape')

  await row('合同记号')
    .getByRole('button', { name: /合同记号/ })
    .click()
  const first = page.getByRole('img', { name: '第 1 页' })
  await expect(page.getByText('第 1 / 2 页')).toBeVisible()
  // Two lines of letters: Latin in the upper, Chinese in the lower band.
  const ink = (from: number, to: number) =>
    first.evaluate(
      (canvas: HTMLCanvasElement, [top, bottom]) => {
        const context = canvas.getContext('2d')
        if (!context || canvas.width === 0) return 0
        const [y, height] = [
          canvas.height * (top ?? 0),
          canvas.height * ((bottom ?? 0) - (top ?? 0)),
        ]
        const { data } = context.getImageData(0, y, canvas.width, height)
        return data.filter((value, index) => index % 4 === 0 && value < 100).length
      },
      [from, to],
    )
  await expect.poll(() => ink(0.1, 0.155)).toBeGreaterThan(300)
  await expect.poll(() => ink(0.18, 0.24)).toBeGreaterThan(300)
  expect(await ink(0.4, 0.9)).toBe(0)
  await page.keyboard.press('Escape')

  await row('清单.txt').getByRole('button', { name: /清单/ }).click()
  await expect(page.getByText('<script>document.title')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a file whose name is a way through folders is stored under a plain one and never run', async () => {
  const name = '..\\..\\x.exe'
  // The name of a dropped file is whatever its system allows.
  await page.getByRole('region', { name: '附件' }).evaluate(
    (target, [fileName, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content ?? ''], fileName ?? ''))
      for (const type of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, script],
  )
  await expect(row('x.exe')).toBeVisible()
  expect((await list()).map(({ fileName }) => fileName)).toContain('x.exe')
  await row('x.exe')
    .getByRole('button', { name: /x\.exe/ })
    .click()
  await expect(page.getByText('touch ')).toBeVisible()
  await page.keyboard.press('Escape')
  const saved = join(temp.path, 'saved-x.exe')
  await stubSaveDialog(kebu.app, saved)
  await row('x.exe').getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '另存为…' }).click()
  await expect(page.getByText('这一份没有加密')).toBeVisible()
  expect(readFileSync(saved, 'utf8')).toBe(script)
  if (process.platform !== 'win32') expect(statSync(saved).mode & 0o777).toBe(0o600)
  expect(existsSync(join(temp.path, 'executed'))).toBe(false)
})

test('a file of 300 MB is refused by its size, in words, and a good one beside it is added', async () => {
  const large = join(source, '太大.bin')
  writeFileSync(large, '')
  truncateSync(large, 300_000_000)
  writeFileSync(join(source, '好的.txt'), '示例好的')
  await choose(['太大.bin', '好的.txt'])
  await expect(page.getByRole('alert')).toContainText('文件超过 50 MB')
  await expect(row('好的.txt')).toBeVisible()
  await expect(row('太大.bin')).toHaveCount(0)
  await page.getByRole('button', { name: '知道了' }).click()
})

test('deleting offers 撤销, which brings the file back', async () => {
  await row('清单.txt').getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '删除' }).click()
  await expect(row('清单.txt')).toHaveCount(0)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(row('清单.txt')).toBeVisible()
})

test('the address of a file leads nowhere but into the window, and not by a page', async () => {
  const [first] = await list()
  const url = `app://kebu/attachment/${first?.id ?? 0}`
  const read = (to: string) =>
    page.evaluate(
      (address) =>
        new Promise<number>((resolve) => {
          const request = new XMLHttpRequest()
          request.onloadend = () => resolve(request.status)
          request.open('GET', address)
          request.send()
        }),
      to,
    )
  expect([await read(url), await read('app://kebu/attachment/4711')]).toEqual([200, 404])
  expect(await read(`${url}?part=99`)).toBe(404)
  const loaded = await page.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const element = document.createElement('script')
        element.onload = () => resolve('ran')
        element.onerror = () => resolve('refused')
        element.src = address
        document.head.append(element)
      }),
    url,
  )
  expect(loaded).toBe('refused')
  await page.evaluate((address) => (location.href = address), url)
  await page.waitForTimeout(300)
  expect(page.url()).toContain('index.html')
  expect(await kebu.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
    1,
  )
})

test('after a restart every file is there, byte for byte, and no file of the program tells of it', async () => {
  await kebu.close()
  expect(findPlaintext(written, marks)).toEqual([])
  // The search itself finds them.
  expect(findPlaintext([source], marks).length).toBeGreaterThan(0)
  kebu = await launchKebu({ userData })
  page = kebu.page
  const items = async (id: number) => {
    const address = `app://kebu/attachment/${id}`
    return page.evaluate(
      (url) =>
        new Promise<number>((resolve) => {
          const request = new XMLHttpRequest()
          request.onloadend = () => resolve(request.status)
          request.open('GET', url)
          request.send()
        }),
      address,
    )
  }
  // Nobody is signed in yet.
  expect(await items(1)).toBe(404)
  await unlock(page, password)
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  await openTab()
  for (const [name, bytes] of Object.entries(files)) {
    const saved = join(temp.path, `again-${name}`)
    await stubSaveDialog(kebu.app, saved)
    await row(name).getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '另存为…' }).click()
    await expect.poll(() => existsSync(saved) && readFileSync(saved).equals(bytes)).toBe(true)
    // The menu fades out; until it is gone the next file's entry has the same name.
    await expect(page.getByRole('menuitem', { name: '另存为…' })).toHaveCount(0)
  }
  expect(readdirSync(temp.path).filter((name) => name.endsWith('.partial'))).toEqual([])
})

test('a large file leaves the window at work while it comes in, and can be called off', async () => {
  test.setTimeout(120_000)
  writeFileSync(join(source, '大.bin'), Buffer.alloc(49_000_000, 7))
  await choose(['大.bin'])
  await expect(page.getByText('正在加 1 个文件')).toBeVisible()
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page.getByText('正在加 1 个文件')).toHaveCount(0)
  await expect(row('大.bin')).toHaveCount(0)

  await choose(['大.bin'])
  const waits: number[] = []
  while (await page.getByText('正在加 1 个文件').isVisible()) {
    const before = performance.now()
    await ask('customers.list', { limit: 50 })
    waits.push(performance.now() - before)
  }
  await expect(row('大.bin')).toBeVisible()
  const sorted = waits.sort((a, b) => a - b)
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  console.log(
    `49 MB: ${waits.length} other requests meanwhile, p50 ${sorted[waits.length >> 1]?.toFixed()} ms, p95 ${p95.toFixed()} ms`,
  )
  expect(waits.length).toBeGreaterThan(3)
})
