import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { type FakeDrive, makeFakeDrive } from '../support/fake-drive'
import { holdNextJob } from '../support/hold-job'
import { createBook, unlock } from '../support/vault-steps'

const password = 'ein langes Beispielwort'
const folder = makeTempDir('backups')
const userData = makeTempDir('backups-data')

test.describe.configure({ mode: 'serial' })
test.skip(process.platform !== 'linux', 'the drive of these tests is one of Linux')

let kebu: KebuApp
let page: Page
let drive: FakeDrive

test.beforeAll(async () => {
  kebu = await launchKebu({ userData: userData.path })
  page = kebu.page
  await createBook(kebu, {
    ...{ folder: folder.path, bookName: '晨禾示例商贸' },
    ...{ ownerName: '陈立夏', password },
  })
  await addCustomer('云岫示例科技')
  drive = await makeFakeDrive(kebu.app)
})

test.afterAll(async () => {
  await kebu.close()
  drive.remove()
  folder.remove()
  userData.remove()
})

const gate = () => page.getByLabel(/的密码$/)
const cover = () => page.getByRole('dialog', { name: '正在备份，备份好就锁上' })
const nav = () => page.getByRole('navigation')
const rows = () =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: /^恢复/ }) })
const onDrive = (ending: string) => readdirSync(drive.path).filter((name) => name.endsWith(ending))
const addCustomer = (name: string) => ask(page, 'customers.create', { kind: 'company', name })
const lock = () => page.keyboard.press('Control+l')
const goToBackups = () => nav().getByRole('link', { name: '备份', exact: true }).click()

/** Runs in the page: whether the dialog lies over every place of the window. */
function isCovered(): boolean {
  const [width, height] = [window.innerWidth, window.innerHeight]
  const places = [0.01, 0.1, 0.5, 0.9, 0.99].flatMap((x) =>
    [0.01, 0.1, 0.5, 0.9, 0.99].map((y) => document.elementFromPoint(x * width, y * height)),
  )
  return places.every((found) => found?.closest('dialog') !== null)
}

async function unlockAgain(): Promise<void> {
  await unlock(page, password)
  await expect(nav()).toBeVisible()
}

test('a drive that is plugged in is shown at once, and takes the first backup with one click', async () => {
  await goToBackups()
  await drive.plugIn()
  await page.getByLabel('备份完弹出').uncheck()
  await page.getByRole('button', { name: '备份到「KINGSTON」' }).click()
  await expect(rows()).toHaveCount(1)
  await expect(nav().getByRole('link', { name: /^已备份 .* · KINGSTON$/ })).toBeVisible()
  await expect(page.getByText(/在 KINGSTON，重新打开、逐页校验、清点行数都通过/)).toBeVisible()
  expect(onDrive('.kebubak')).toHaveLength(1)
})

test('locking without a change locks, and the unlock screen names the drive', async () => {
  await lock()
  await expect(gate()).toBeVisible()
  await expect(page.getByText(/^上次备份 .*，在 KINGSTON$/)).toBeVisible()
  expect(onDrive('.kebubak')).toHaveLength(1)
  await unlockAgain()
})

test('locking after a change covers the window, makes a backup and then locks', async () => {
  await addCustomer('桃源里食品')
  const job = await holdNextJob(kebu)
  await lock()
  await expect(cover()).toBeVisible()
  // Nothing behind it can be seen or reached.
  expect(await page.evaluate(isCovered)).toBe(true)
  await expect(gate()).toHaveCount(0)
  await job.letGo()
  await expect(gate()).toBeVisible()
  await expect(cover()).toHaveCount(0)
  expect(onDrive('.kebubak')).toHaveLength(2)
  await unlockAgain()
  await goToBackups()
  await expect(rows()).toHaveCount(2)
})

test('“lock now” locks at once; the backup leaves nothing, and is not called a failure', async () => {
  await addCustomer('云岫示例食品')
  const job = await holdNextJob(kebu)
  await lock()
  await job.begun
  await cover().getByRole('button', { name: '现在就锁' }).click()
  await expect(gate()).toBeVisible({ timeout: 3000 })
  await job.letGo()
  await expect.poll(() => onDrive('.partial')).toEqual([])
  expect(onDrive('.kebubak')).toHaveLength(2)
  await unlockAgain()
  await expect(nav().getByRole('link', { name: '自动备份没做成' })).toHaveCount(0)
})

test('a computer that goes to sleep is not held up', async () => {
  const job = await holdNextJob(kebu)
  await lock()
  await job.begun
  await expect(cover()).toBeVisible()
  await kebu.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'))
  await expect(gate()).toBeVisible({ timeout: 3000 })
  await job.letGo()
  await expect.poll(() => onDrive('.partial')).toEqual([])
  await unlockAgain()
  // Unlocked again, it stays open: the lock that was asked for before has passed.
  await goToBackups()
  await expect(rows()).toHaveCount(2)
})

test('a drive that is pulled out and put back is noticed; while it is away nobody waits', async () => {
  await drive.pullOut()
  await expect(page.getByText('2 份，这个盘现在没插')).toBeVisible()
  await lock()
  await expect(gate()).toBeVisible({ timeout: 5000 })
  await unlockAgain()
  await goToBackups()
  await expect(page.getByText('2 份，这个盘现在没插')).toBeVisible()
  await drive.plugIn()
  await expect(page.getByText('2 份，都能独立验证')).toBeVisible()
})

test('a rehearsal by the button passes, is shown and is in the audit trail', async () => {
  await page.getByRole('button', { name: '现在演练' }).click()
  await expect(page.getByText(/用时 \d+ 秒 · 2 位客户一致/)).toBeVisible({ timeout: 30_000 })
  await expect(rows().first()).toContainText('已恢复演练')
  const { lines } = await ask<{ lines: { route: string; subject: string | null }[] }>(
    ...([page, 'audit.list', { limit: 1 }] as const),
  )
  expect(lines).toMatchObject([{ route: 'backups.drill', subject: 'result:passed' }])
})

test('one that fails says so, also at the foot of the navigation', async () => {
  const path = join(drive.path, onDrive('.kebubak').sort().at(-1) ?? '')
  const whole = readFileSync(path)
  const hurt = Buffer.from(whole)
  const at = hurt.length - 300
  hurt[at] = (hurt[at] ?? 0) ^ 1
  writeFileSync(path, hurt)
  await page.getByRole('button', { name: '现在演练' }).click()
  await expect(nav().getByRole('link', { name: '恢复演练没通过' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/没能恢复：/)).toBeVisible()
  writeFileSync(path, whole)
  await page.getByRole('button', { name: '现在演练' }).click()
  await expect(nav().getByRole('link', { name: '恢复演练没通过' })).toHaveCount(0)
})

test('on the next day a backup is made by itself, with its progress at the foot of the navigation', async () => {
  await ask(page, 'backups.setSchedule', {
    ...{ daily: true, onDrive: false, onLock: false, rotate: true },
  })
  await lock()
  await expect(gate()).toBeVisible()
  await kebu.app.evaluate(() => {
    const now = Date.now
    Date.now = () => now() + 86_400_000
  })
  // The lock by the clock must have seen the new time while nothing was open.
  await page.waitForTimeout(2500)
  const job = await holdNextJob(kebu)
  await unlockAgain()
  await job.begun
  await expect(nav().getByRole('link', { name: '正在备份' })).toBeVisible()
  await goToBackups()
  await expect(page.getByRole('heading', { name: '正在备份' })).toBeVisible()
  await job.letGo()
  await expect(rows()).toHaveCount(3)
  expect(onDrive('.kebubak')).toHaveLength(3)
})

test('quitting after a change makes a backup first', async () => {
  await ask(page, 'backups.setSchedule', {
    ...{ daily: false, onDrive: false, onLock: true, rotate: true },
  })
  await addCustomer('桃源里示例茶行')
  const before = onDrive('.kebubak').sort().at(-1)
  const ended = kebu.app.waitForEvent('close')
  // As the window button does.
  await kebu.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended
  // Older ones of the same day may have gone by the rule.
  expect(onDrive('.kebubak').sort().at(-1)).not.toBe(before)
  expect(onDrive('.partial')).toEqual([])
  kebu = await launchKebu({ userData: userData.path })
  page = kebu.page
  await expect(page.getByText(/^上次备份 .*，在 KINGSTON$/)).toBeVisible()
})
