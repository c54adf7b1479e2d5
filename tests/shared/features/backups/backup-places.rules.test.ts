import { describe, expect, it } from 'vitest'
import { listKnownPlaces, placeName } from '@shared/features/backups/backup-target.rules'

describe('the name of a place', () => {
  it('is that of the volume, also while it is away, else of the folder', () => {
    expect(placeName('/media/chen/KINGSTON/backups')).toBe('KINGSTON')
    expect(placeName('/run/media/chen/保险柜')).toBe('保险柜')
    expect(placeName('/Volumes/客簿备份/a/b')).toBe('客簿备份')
    expect(placeName('E:\\backups')).toBe('E:')
    expect(placeName('/home/chen/backups/')).toBe('backups')
  })
})

describe('the places that backups went to', () => {
  it('are the drives and folders, the newest first, folders of one drive as one', () => {
    const places = listKnownPlaces([
      { folder: '/media/chen/A', provenAt: 5 },
      { folder: '/media/chen/B', provenAt: 9 },
      { folder: '/media/chen/A/old', provenAt: 1 },
      { folder: '/home/chen/x', provenAt: 2 },
      { folder: '/home/chen/y', provenAt: 3 },
    ])
    expect(places.map(({ name, lastAt }) => [name, lastAt])).toEqual([
      ['B', 9],
      ['A', 5],
      ['y', 3],
      ['x', 2],
    ])
  })
})
