import { describe, expect, it } from 'vitest'
import { listColumns } from '@renderer/features/customers/list/columns'

const keys = (width: number, narrow: boolean, hidden: string[] = [], language = 'zh-CN' as const) =>
  listColumns(width, narrow, language, hidden).map(({ key }) => key)

describe('the columns of the list', () => {
  it('are all there when there is room', () => {
    expect(keys(1200, false)).toEqual([
      'name',
      'contactPerson',
      'phone',
      'stage',
      'tier',
      'tags',
      'owner',
      'nextFollowAt',
      'lastInteractionAt',
      'quality',
    ])
  })

  it('say who owns a customer also beside the preview in a window of 1200', () => {
    expect(keys(850, false)).toContain('owner')
  })

  it('leave out owner, tags and tier in a narrow window', () => {
    expect(keys(620, true)).toEqual(['name', 'stage', 'nextFollowAt', 'lastInteractionAt'])
  })

  it('leave out what one’s role has no use for', () => {
    expect(keys(1200, false, ['owner', 'contactPerson', 'phone', 'tags'])).toEqual([
      'name',
      'stage',
      'tier',
      'nextFollowAt',
      'lastInteractionAt',
      'quality',
    ])
  })

  it('never leave out the name', () => {
    expect(keys(200, true)).toEqual(['name'])
  })
})
