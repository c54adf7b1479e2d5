import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createBackup } from '../../../../electron/services/backup/create-backup'
import { listKeptBooks } from '../../../../electron/services/backup/kept-books'
import { restoreBook } from '../../../../electron/services/backup/restore-book'
import { takeBack } from '../../../../electron/services/backup/take-back'
import { journalName } from '../../../../electron/jobs/backup/replacement'
import { makeBook, password, type Program, startProgram } from '../../../support/program'

describe('a book that a restore put aside', { timeout: 60_000 }, () => {
  let program: Program
  let home = ''
  beforeEach(async () => {
    program = startProgram()
    const drive = join(program.root, 'drive')
    mkdirSync(drive)
    await makeBook(program)
    await add('示例客户一')
    const { fileName } = await createBackup(program.services, {
      ...{ jobId: randomUUID(), folder: drive },
    })
    await add('示例客户二')
    home = dirname(program.vault.folder())
    await restoreBook(program.services, {
      ...{ jobId: randomUUID(), path: join(drive, fileName), folder: home },
      secret: { userUid: owner(), secret: password },
    })
  })
  afterEach(() => program.close())

  const add = (name: string) => program.ask('customers.create', { kind: 'company', name })
  const owner = () => program.vault.state().users[0]?.uid ?? ''
  const names = async () => {
    const input = { filter: {}, offset: 0, limit: 50 }
    const list = (await program.ask('customers.list', input)) as { rows: { name: string }[] }
    return list.rows.map(({ name }) => name).sort()
  }
  const kept = () => listKeptBooks(program.vault.folder())
  const takeFirst = (minute: number) =>
    takeBack(
      { vault: program.vault, now: new Date(2026, 10, 22, 9, minute).getTime() },
      kept()[0]?.path ?? '',
    )

  test('is listed with its date, its size and the place it had', () => {
    expect(kept()).toMatchObject([
      {
        folderName: '晨禾示例商贸 (kept 2026-11-22 0930).kebu',
        bookName: '晨禾示例商贸',
        keptAt: new Date(2026, 10, 22, 9, 30).getTime(),
        place: program.vault.folder(),
      },
    ])
    expect(kept()[0]?.bytes).toBeGreaterThan(100_000)
  })

  test('comes back with everything in it, and goes again', async () => {
    expect(await names()).toEqual(['示例客户一'])
    const back = await takeFirst(40)
    expect(back.state.phase).toBe('locked')
    expect(back.keptFolder).toBe('晨禾示例商贸 (kept 2026-11-22 0940).kebu')
    await program.vault.unlock(owner(), password)
    expect(await names()).toEqual(['示例客户一', '示例客户二'])

    await takeFirst(50)
    await program.vault.unlock(owner(), password)
    expect(await names()).toEqual(['示例客户一'])
    expect(kept()).toHaveLength(1)
    expect(readdirSync(home)).toHaveLength(2)
  })

  test('is found again at the next look when the power went between the two renames', async () => {
    const [old] = kept()
    const place = program.vault.folder()
    await program.vault.lock()
    // What lies there then: the journal, the old book under its kept name, and no book under its own.
    const aside = '晨禾示例商贸 (kept 2026-11-22 0940).kebu'
    const journal = { book: '晨禾示例商贸.kebu', kept: aside, incoming: old?.folderName }
    renameSync(place, join(home, aside))
    expect(program.vault.retry().problem?.kind).toBe('folder-missing')
    writeFileSync(join(home, journalName), JSON.stringify(journal))
    expect(program.vault.retry().phase).toBe('locked')
    expect(existsSync(place)).toBe(true)
    expect(kept()).toEqual([old])
    await program.vault.unlock(owner(), password)
    expect(await names()).toEqual(['示例客户一'])
  })

  test('that another program has open stays where it is, and so does the book', async () => {
    writeFileSync(
      join(kept()[0]?.path ?? '', 'book.lock'),
      JSON.stringify({ host: 'another-computer', pid: 1 }),
    )
    await expect(takeFirst(40)).rejects.toMatchObject({ code: 'vault.in-use' })
    expect(program.vault.state().phase).toBe('open')
    expect(kept()).toHaveLength(1)
  })

  test('that is no kept book is refused', async () => {
    const attempt = takeBack({ vault: program.vault, now: 0 }, program.vault.folder())
    await expect(attempt).rejects.toMatchObject({ code: 'core.not-found' })
    expect(program.vault.state().phase).toBe('open')
  })
})
