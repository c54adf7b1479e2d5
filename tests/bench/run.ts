import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import Papa from 'papaparse'
import { deriveFromSecret } from '../../electron/vault/kdf'
import { readHeader } from '../../electron/vault/header-file'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'
import { measureBackup } from './backup'
import { median, printFigure, printMachine, timed } from './report'
import { measureScroll } from './scroll'
import { importFile, longestAnswer, writeCsv } from './steps'

const password = 'bench password 一二三'
const temp = makeTempDir('bench')
const userData = join(temp.path, 'user-data')
const books = join(temp.path, 'books')
const thousand = join(temp.path, 'thousand.csv')
const many = join(temp.path, 'many.csv')
const manyRows = Number(process.argv[2] ?? 100_000)
const firstRow = (page: Page) => page.locator('[aria-rowindex]').nth(1)

/** What the machine needs for an empty Electron window, as a yardstick. */
async function bareWindow(): Promise<number> {
  const start = performance.now()
  const app = await _electron.launch({
    executablePath: process.env.ELECTRON_EXEC_PATH ?? '',
    args: [join(import.meta.dirname, 'bare-window'), `--user-data-dir=${join(temp.path, 'bare')}`],
    chromiumSandbox: !process.env.KEBU_NO_SANDBOX,
  })
  await (await app.firstWindow()).getByText('ready').waitFor()
  const ms = performance.now() - start
  await app.close()
  return ms
}

async function toUnlockForm(): Promise<{ kebu: KebuApp; ms: number }> {
  const start = performance.now()
  const kebu = await launchKebu({ userData })
  await kebu.page.getByLabel(/的密码$/).waitFor()
  return { kebu, ms: performance.now() - start }
}

async function derivationMs(): Promise<number> {
  const [slot] = readHeader(join(books, '示例.kebu')).slots
  if (slot?.kind !== 'password') throw new Error('no slot')
  return timed(() => deriveFromSecret(password, slot.kdf))
}

async function measureImport(): Promise<void> {
  const maker = await launchKebu({ userData })
  await createBook(maker, { folder: books, bookName: '示例', ownerName: '陈立夏', password })
  const imported = await timed(() => importFile(maker, thousand))
  const parsed = await timed(() => Promise.resolve(Papa.parse(readFileSync(thousand, 'utf8'))))
  await maker.close()
  printFigure('import of 1,000 rows, file to committed', imported, 'ms', 2000)
  printFigure('  against only parsing the CSV', imported / parsed, '×')
}

async function measureStart(): Promise<void> {
  const bare = median([await bareWindow(), await bareWindow(), await bareWindow()])
  const starts: number[] = []
  const beyond: number[] = []
  for (let run = 0; run < 3; run++) {
    const { kebu, ms } = await toUnlockForm()
    starts.push(ms)
    const derivation = await derivationMs()
    const unlocked = await timed(async () => {
      await unlock(kebu.page, password)
      await firstRow(kebu.page).waitFor()
    })
    beyond.push(unlocked - derivation)
    await kebu.close()
  }
  printFigure('an empty Electron window, start to text (reference)', bare, 'ms')
  printFigure('start to unlock form', median(starts), 'ms', 1500)
  printFigure('  against the empty window', median(starts) / bare, '×')
  printFigure('key derivation (reference)', await derivationMs(), 'ms')
  printFigure('unlock to first list, beyond the key derivation', median(beyond), 'ms', 1000)
}

async function measureWork(): Promise<void> {
  const { kebu } = await toUnlockForm()
  await unlock(kebu.page, password)
  await firstRow(kebu.page).waitFor()
  const scrolled = await measureScroll(kebu.page)
  printFigure(
    `blank frames of ${scrolled.frames} while scrolling the list`,
    scrolled.blank,
    'frames',
    0,
  )
  printFigure('  longest frame', scrolled.longest, 'ms', 100)
  let rows = 0
  let total = 0
  const answer = await longestAnswer(kebu.page, async () => {
    total = await timed(async () => {
      rows = await importFile(kebu, many)
    })
  })
  printFigure(`import of ${rows.toLocaleString('en')} rows`, total, 'ms', 60_000)
  printFigure('  longest answer of main to the window meanwhile', answer, 'ms', 100)
  await measureBackup(kebu, join(books, '示例.kebu', 'book.db'), join(temp.path, 'backups'))
  await kebu.close()
}

async function main(): Promise<void> {
  mkdirSync(books)
  writeCsv(thousand, 1000)
  writeCsv(many, manyRows)
  printMachine()
  await measureImport()
  await measureStart()
  await measureWork()
}

try {
  await main()
} finally {
  temp.remove()
}
