import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FolderListing } from '../../../../electron/jobs/backup/list-folder'
import { findProof, listPlaces } from '../../../../electron/services/backup/list-backup-files'
import { updateBookState } from '../../../../electron/services/book-state'
import { createFileGrants } from '../../../../electron/services/file-grants'
import { tempFolder } from '../../../support/temp-folder'

const [ours, theirs] = [randomUUID(), randomUUID()]
const found = (fileName: string, uid: string, vaultId = ours) =>
  ({ fileName, facts: { uid, vaultId } }) as FolderListing['backups'][number]

describe('when a backup was proven', () => {
  const [a, b] = [randomUUID(), randomUUID()]
  const lastBackup = { at: 20, folder: '/usb', fileName: 'last.kebubak', drive: null }
  const open = { vaultId: ours, provenByUid: new Map([[a, 10]]), lastBackup }
  const locked = { ...open, provenByUid: new Map<string, number>() }

  test('is known of those that the open book remembers, under any file name', () => {
    expect(findProof(open, found('renamed.kebubak', a))).toBe(10)
    expect(findProof(open, found('other.kebubak', b))).toBeNull()
  })

  test('is known of the last one alone while the book is locked', () => {
    expect(findProof(locked, found('a.kebubak', a))).toBeNull()
    expect(findProof(locked, found('last.kebubak', b))).toBe(20)
  })

  test('is never claimed of a backup of another book, or where no book is known', () => {
    expect(findProof(open, found('last.kebubak', a, theirs))).toBeNull()
    const nothing = { vaultId: null, provenByUid: new Map<string, number>(), lastBackup: null }
    expect(findProof(nothing, found('last.kebubak', a))).toBeNull()
  })
})

describe('the places to look for backups', () => {
  const drive = { path: '', label: 'KINGSTON', device: '/dev/sdb1', fileSystem: 'vfat' }

  test('are the drives, and the folder of the last backup where a look at a drive does not reach', () => {
    const root = tempFolder()
    const [book, usb] = [join(root, '示例.kebu'), join(root, 'usb')]
    for (const folder of [book, usb, join(usb, 'a'), join(usb, 'a', 'b')]) mkdirSync(folder)
    const drives = [{ ...drive, path: usb, readOnly: false }]
    const kinds = (last: string) => {
      const lastBackup = { at: 1, folder: last, fileName: 'a.kebubak', drive: null }
      updateBookState(book, { lastBackup })
      return listPlaces(drives, book).map(({ kind, path, label }) => [kind, path, label])
    }
    const stick = ['drive', usb, 'KINGSTON']
    expect(listPlaces(drives, null)).toHaveLength(1)
    expect(kinds(usb)).toEqual([stick])
    expect(kinds(join(usb, 'a'))).toEqual([stick])
    expect(kinds(join(usb, 'a', 'b'))).toEqual([stick, ['last', join(usb, 'a', 'b'), null]])
    expect(kinds(join(root, 'gone'))).toEqual([stick])
  })
})

describe('the token of a file', () => {
  test('is the same each time, so that a list that is read again does not grow, and says nothing of its path', () => {
    const grants = createFileGrants()
    const token = grants.grant('/usb/a.kebubak')
    expect(grants.grant('/usb/a.kebubak')).toBe(token)
    expect(grants.grant('/usb/b.kebubak')).not.toBe(token)
    expect(grants.pathOf(token)).toBe('/usb/a.kebubak')
    expect(() => createFileGrants().pathOf(token)).toThrow()
  })
})
