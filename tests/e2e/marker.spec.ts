import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ask } from '../support/bridge'
import {
  type KebuApp,
  launchKebu,
  makeTempDir,
  stubOpenDialog,
  stubSaveDialog,
} from '../support/electron-app'
import { findPlaintext, listFiles, needlesOf } from '../support/plaintext'
import { createBook, unlock } from '../support/vault-steps'

const password = '来往有记 correct horse'
/** Nothing of this stands in any file of the program. */
const marks = {
  name: '澜漪记号贸易',
  renamed: '澜漪改名贸易',
  contact: '钟离记号',
  phone: '13977704621',
  email: 'marker.qzv@example.test',
  idCard: '11010519491231002X',
  note: '记号备注崦嵫',
  followUp: '记号往来猗傩',
  draft: '记号草稿翙羽',
  typed: '记号未存栖迟',
  imported: '记号导入滂沱',
  searched: '记号搜索葳蕤',
}
type Row = { id: number; updatedAt: number }
type Summary = { token: string; users: { uid: string }[] }

/** Ends a helper or the program as a crash does. */
async function crash(kebu: KebuApp, name: 'kebu-data' | 'program'): Promise<void> {
  const { app, page } = kebu
  if (name === 'program') {
    const program = app.process()
    const gone = new Promise((resolve) => program.once('exit', resolve))
    // As a fault in native code, so that whatever writes crash dumps writes one.
    program.kill('SIGSEGV')
    const timer = setTimeout(() => program.kill('SIGKILL'), 5000)
    await gone
    clearTimeout(timer)
    return
  }
  const pid = await app.evaluate(
    ({ app: program }) =>
      program.getAppMetrics().find(({ name: found }) => found === 'kebu-data')?.pid ?? 0,
  )
  expect(pid).toBeGreaterThan(0)
  process.kill(pid, 'SIGKILL')
  await expect(page.getByLabel(/的密码$/)).toBeVisible()
}

async function open(kebu: KebuApp): Promise<void> {
  await unlock(kebu.page, password)
  await expect(kebu.page.getByRole('navigation', { name: '导航' })).toBeVisible()
}

test('no file that the program ever writes holds a word of a customer', async () => {
  test.setTimeout(300_000)
  const root = makeTempDir('marker')
  const [userData, books, usb, temp, source] = ['data', 'books', 'usb', 'temp', 'source'].map(
    (name) => {
      mkdirSync(join(root.path, name))
      return join(root.path, name)
    },
  ) as [string, string, string, string, string]
  const written = [userData, books, usb, temp]
  const words = Object.values(marks)
  const file = join(source, 'customers.csv')
  writeFileSync(file, `客户名称,电话\n${marks.imported},13977704622\n`)
  const env = { TMPDIR: temp, TMP: temp, TEMP: temp }
  const start = () => launchKebu({ userData, env, args: ['--enable-logging=file'] })
  const seen: string[] = []
  const search = (when: string) =>
    seen.push(...findPlaintext(written, words).map((hit) => `${when}: ${hit}`))

  let kebu = await start()
  await createBook(kebu, {
    ...{ folder: books, bookName: '示例', ownerName: '陈立夏', password },
  })
  let { page } = kebu
  const fields = {
    ...{ kind: 'company', name: marks.name, contactPerson: marks.contact, phone: marks.phone },
    ...{ email: marks.email, idCard: marks.idCard, notes: marks.note },
  }
  const goTo = (place: string) =>
    page.getByRole('navigation', { name: '导航' }).getByText(place, { exact: true }).click()
  let customer = 0

  await test.step('make, change, search, note, draft', async () => {
    customer = (await ask<Row>(page, 'customers.create', fields)).id
    const { updatedAt } = await ask<Row>(page, 'customers.get', { id: customer })
    const renamed = { ...fields, name: marks.renamed }
    await ask(page, 'customers.update', { id: customer, updatedAt, fields: renamed })
    const entry = { customerId: customer, type: 'phone', occurredAt: Date.now() - 60_000 }
    await ask(page, 'follow-ups.create', { ...entry, content: marks.followUp })
    const content = JSON.stringify({ name: marks.draft })
    await ask(page, 'drafts.save', { key: 'customer:new', content })
    await goTo('客户')
    await page.getByLabel(/^在列表里找/).fill(marks.searched)
    await page.getByLabel(/^在列表里找/).fill('澜漪')
    await page.getByRole('row').filter({ hasText: marks.renamed }).dblclick()
    await expect(page.getByRole('heading', { name: marks.renamed })).toBeVisible()
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: '内容' }).fill(marks.typed)
    await ask(page, 'customers.reveal', { id: customer, fields: ['phone', 'idCard'] })
    search('open')
  })

  await test.step('import a file', async () => {
    await page.keyboard.press('Escape')
    await goTo('导入')
    await stubOpenDialog(kebu.app, [file])
    await page.getByRole('button', { name: '选一个 CSV 文件' }).click()
    await page.getByRole('button', { name: /^检查 / }).click()
    await page.getByRole('button', { name: /^导入 .* 位客户$/ }).click()
    await expect(page.getByText(/^已导入 1 位客户。$/)).toBeVisible()
    await stubSaveDialog(kebu.app, null)
    search('imported')
  })

  await test.step('back up twice, verify', async () => {
    await stubOpenDialog(kebu.app, [usb])
    const target = async () =>
      (await ask<{ token: string }>(page, 'backups.chooseTarget', {})).token
    const jobId = () => randomUUID()
    const options = { jobId: jobId(), target: await target(), kind: 'full' }
    await ask(page, 'backups.create', options)
    await ask(page, 'customers.create', { kind: 'company', name: marks.name })
    const { id } = await ask<{ id: number }>(page, 'backups.create', {
      ...{ jobId: jobId(), target: await target(), kind: 'auto' },
    })
    const { token, users } = await ask<Summary>(page, 'backups.lookAt', { id })
    const proof = { file: token, userUid: users[0]?.uid ?? null, secret: password }
    await ask(page, 'backups.verify', { jobId: jobId(), ...proof })
    search('backed up')
    // What it restores is the book with all of this in it.
    const { token: folder } = await ask<{ token: string }>(page, 'backups.suggestFolder', {})
    await ask(page, 'backups.restore', { jobId: jobId(), folder, ...proof })
    search('restored')
    expect(readdirSync(usb).length).toBeGreaterThan(1)
  })

  await test.step('lock, kill the data process, kill the program', async () => {
    await kebu.close()
    search('closed')
    kebu = await start()
    ;({ page } = kebu)
    await open(kebu)
    const content = JSON.stringify({ name: marks.draft })
    await ask(page, 'drafts.save', { key: 'customer:new', content })
    await page.keyboard.press('Control+l')
    await expect(page.getByLabel(/的密码$/)).toBeVisible()
    search('locked')
    await open(kebu)
    await ask(page, 'customers.create', fields)
    await crash(kebu, 'kebu-data')
    search('data process killed')
    await open(kebu)
    await ask(page, 'customers.create', fields)
    await crash(kebu, 'program')
    search('program killed')
  })

  await test.step('all of it is in the book, which is the only place', async () => {
    kebu = await start()
    ;({ page } = kebu)
    await open(kebu)
    const list = JSON.stringify(await ask(page, 'customers.list', {}))
    const notes = JSON.stringify(await ask(page, 'follow-ups.list', { customerId: customer }))
    const whole = JSON.stringify(
      await ask(page, 'customers.reveal', { id: customer, fields: ['phone', 'idCard'] }),
    )
    const drafts = JSON.stringify(await ask(page, 'drafts.list', {}))
    for (const mark of [marks.renamed, marks.imported]) expect(list).toContain(mark)
    expect(notes).toContain(marks.followUp)
    for (const mark of [marks.phone, marks.idCard]) expect(whole).toContain(mark)
    expect(drafts).toContain(marks.draft)
    await kebu.close()
    search('closed again')
  })

  expect(seen).toEqual([])
  expect(listFiles(userData).length).toBeGreaterThan(10)

  await test.step('the search finds a word in every form, wherever it lies', () => {
    const folder = join(userData, 'planted')
    mkdirSync(folder)
    for (const [number, { encoding, bytes }] of needlesOf(marks.name).entries()) {
      const planted = join(folder, `file-${number}`)
      writeFileSync(planted, Buffer.concat([Buffer.from('x\0'), bytes, Buffer.from('\0')]))
      expect(findPlaintext([folder], words)).toContain(`file-${number}: ${encoding}`)
      rmSync(planted)
    }
    for (const before of ['', 'a', 'ab']) {
      const text = Buffer.from(`${before}${marks.name}"}`).toString('base64')
      writeFileSync(join(folder, 'base64'), text)
      expect(findPlaintext([folder], words)).toEqual(['base64: base64'])
    }
    copyFileSync(file, join(temp, 'left-behind'))
    expect(findPlaintext(written, words)).toContain('left-behind: utf-8')
  })
  root.remove()
})
