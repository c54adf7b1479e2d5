import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeTarget } from '../../../../electron/services/backup/backup-target'

const databaseBytes = 40_000_000

describe('what the next backup takes in a folder', () => {
  let root: string
  let folder: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kebu-target-'))
    folder = join(root, 'drive')
    mkdirSync(folder)
    writeFileSync(join(root, 'book.db'), Buffer.alloc(databaseBytes))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const recordOf = (uid: string, parentUid: string | null, bytes: number) => ({
    ...{ uid, parentUid, bytes, folder, chainComplete: true },
  })
  const needed = async (records: ReturnType<typeof recordOf>[]) => {
    const finding = { verdict: 'ok' as const, service: null }
    return (await describeTarget(folder, root, finding, records)).neededBytes
  }
  const makeFull = () => recordOf('full', null, databaseBytes)
  const makeLink = () => recordOf('link', 'full', 500_000)

  it('is all of the database where no chain lies', async () => {
    const [full, link] = [makeFull(), makeLink()]
    expect(await needed([])).toBeGreaterThan(databaseBytes)
    expect(await needed([{ ...full, folder: join(root, 'other') }])).toBeGreaterThan(databaseBytes)
    expect(await needed([{ ...link, chainComplete: false }, full])).toBeGreaterThan(databaseBytes)
  })

  it('goes by the links of the newest chain there', async () => {
    const [full, link] = [makeFull(), makeLink()]
    const onFull = await needed([full])
    expect(onFull).toBeLessThan(databaseBytes / 10)
    const large = recordOf('large', 'link', 6_000_000)
    expect(await needed([large, link, full])).toBeGreaterThan(12_000_000)
    expect(await needed([link, full])).toBeLessThan(databaseBytes / 10)
  })
})
