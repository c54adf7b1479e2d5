import { describe, expect, it } from 'vitest'
import { listChainLines } from '@renderer/features/backups/chain-lines'
import { listPlaces } from '@renderer/features/backups/backup-places'
import type { BackupRecord } from '@shared/features/backups/backups.contract'

const link = (uid: string, parentUid: string | null) => ({ uid, parentUid })
const none = { up: false, down: false, leaves: false, passes: false, arrives: false }

describe('the lines beside a list of backups', () => {
  it('join a child to its parent in the next row, and leave a full one alone', () => {
    const lines = listChainLines([link('c', 'b'), link('b', 'a'), link('a', null), link('z', null)])
    expect(lines).toEqual([
      { ...none, down: true },
      { ...none, up: true, down: true },
      { ...none, up: true },
      none,
    ])
  })

  it('pass by what a differential one is not built on', () => {
    const lines = listChainLines([link('d', 'a'), link('c', 'b'), link('b', 'a'), link('a', null)])
    expect(lines).toEqual([
      { ...none, leaves: true },
      { ...none, down: true, passes: true },
      { ...none, up: true, down: true, passes: true },
      { ...none, up: true, arrives: true },
    ])
  })

  it('are not drawn to a parent that is not listed', () => {
    expect(listChainLines([link('b', 'gone')])).toEqual([none])
  })
})

describe('the lists of backups', () => {
  const record = (uid: string, folder: string, presence: BackupRecord['presence']) =>
    ({ uid, folder, presence }) as BackupRecord
  const shown = (backups: BackupRecord[]) =>
    listPlaces(backups).map((place) => place.map(({ uid }) => uid))

  it('show what is there, place by place, without what was taken away', () => {
    const backups = [
      record('e', '/safe', 'away'),
      record('d', '/usb', 'there'),
      record('c', '/usb', 'gone'),
      record('b', '/disk', 'there'),
      record('a', '/usb', 'there'),
    ]
    expect(shown(backups)).toEqual([['d', 'a'], ['b']])
  })

  it('show the last place while no place is there', () => {
    const backups = [record('b', '/usb', 'away'), record('a', '/safe', 'away')]
    expect(shown(backups)).toEqual([['b']])
    expect(shown([])).toEqual([])
  })
})
