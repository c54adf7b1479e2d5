import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judgeFolder } from '../../../electron/services/folder-verdict'
import { tempFolder } from '../../support/temp-folder'

function made(...parts: string[]): string {
  const folder = join(tempFolder(), ...parts)
  mkdirSync(folder, { recursive: true })
  return folder
}

describe('a folder for a book', () => {
  it('is fine when it is an ordinary one, or does not exist yet below one', () => {
    expect(judgeFolder(made('账本'))).toEqual({ verdict: 'ok', service: null })
    expect(judgeFolder(join(made('账本'), 'new', 'deeper'))).toEqual({
      verdict: 'ok',
      service: null,
    })
  })

  it.each([
    ['OneDrive - Example', 'OneDrive'],
    ['Dropbox', 'Dropbox'],
    ['坚果云', '坚果云'],
    ['BaiduSyncdisk', '百度网盘'],
    ['Nextcloud', 'Nextcloud'],
  ])('is refused inside %s, by name', (name, service) => {
    expect(judgeFolder(made(name, '客簿'))).toEqual({ verdict: 'sync', service })
    expect(judgeFolder(join(made(name), 'not there yet'))).toEqual({ verdict: 'sync', service })
  })

  it('is not refused for a name that only contains such a word', () => {
    expect(judgeFolder(made('Dropbox alternatives')).verdict).toBe('ok')
  })

  it('is refused below the mark of a sync service', () => {
    const folder = made('shared', 'inner')
    writeFileSync(join(folder, '..', '.stfolder'), '')
    expect(judgeFolder(folder)).toEqual({ verdict: 'sync', service: 'shared' })
  })

  it('is refused on a network file system, also under a nested mount', () => {
    const folder = realpathSync(made('mnt', 'server', 'books'))
    const mounts = [
      { point: '/', type: 'ext4' },
      { point: join(folder, '..'), type: 'cifs' },
    ]
    const machine = { platform: 'linux' as const, realPath: (path: string) => path }
    expect(judgeFolder(folder, { ...machine, mounts: () => mounts })).toEqual({
      verdict: 'network',
      service: 'cifs',
    })
    const local = [...mounts, { point: folder, type: 'ext4' }]
    expect(judgeFolder(folder, { ...machine, mounts: () => local }).verdict).toBe('ok')
  })

  it('is refused on a mapped Windows drive, whose real path names the server', () => {
    const machine = (real: string) => ({
      platform: 'win32' as const,
      mounts: () => [],
      realPath: () => real,
    })
    const folder = made('books')
    expect(judgeFolder(folder, machine('\\\\server\\share\\books')).verdict).toBe('network')
    expect(judgeFolder(folder, machine('\\\\?\\C:\\books')).verdict).not.toBe('network')
  })
})
