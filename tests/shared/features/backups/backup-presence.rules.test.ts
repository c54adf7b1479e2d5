import { describe, expect, it } from 'vitest'
import { judgePresence } from '@shared/features/backups/backup-presence.rules'

const record = (uid: string, parentUid: string | null = null, folder = '/usb') => ({
  ...{ uid, parentUid, folder, fileName: `${uid}.kebubak` },
})
const names = (...uids: string[]) => new Set(uids.map((uid) => `${uid}.kebubak`))

describe('which backups are there', () => {
  it('tells one that was taken away from a drive that is away', () => {
    const backups = [record('b'), record('a'), record('s', null, '/safe')]
    const seen = judgePresence(
      backups,
      new Map([
        ['/usb', names('b')],
        ['/safe', names()],
      ]),
    )
    expect(seen.get('b')).toEqual({ presence: 'there', chainComplete: true })
    expect(seen.get('a')).toEqual({ presence: 'gone', chainComplete: false })
    expect(seen.get('s')).toEqual({ presence: 'away', chainComplete: false })
  })

  it('calls a link whose parent was taken away there, and not to be restored', () => {
    const seen = judgePresence([record('b', 'a'), record('a')], new Map([['/usb', names('b')]]))
    expect(seen.get('b')).toEqual({ presence: 'there', chainComplete: false })
  })
})
