import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerInput } from '@shared/features/customers/customers.schema'
import { listPaperFields, nextRecord, readTypedDate } from '@shared/features/quick-add/paper.rules'

const all = { contact: true, notes: true }

describe('the fields of the paper form', () => {
  it('stand in the order of the sheet', () => {
    expect(listPaperFields('company', all).join(' ')).toBe(
      'kind name contactPerson phone email industry companySize address need notes',
    )
  })

  it('of a person are without those of a company', () => {
    expect(listPaperFields('person', all)).not.toContain('companySize')
    expect(listPaperFields('person', all)).not.toContain('contactPerson')
  })

  it('leave out what one does not see whole', () => {
    expect(listPaperFields('company', { contact: false, notes: false })).toEqual([
      'kind',
      'name',
      'industry',
      'companySize',
    ])
  })
})

describe('the next record', () => {
  it('keeps what the pile has in common and nothing else', () => {
    const before = {
      ...nextRecord({}),
      kind: 'person' as const,
      name: '王芳',
      phone: '13800001027',
      source: '展会',
      firstContactOn: '2026-11-27',
    }
    expect(nextRecord(before)).toMatchObject({
      kind: 'person',
      name: '',
      phone: '',
      source: '展会',
      firstContactOn: '2026-11-27',
    })
  })

  it('is taken by the schema of a customer as soon as it has a name', () => {
    expect(customerInput.safeParse(nextRecord({})).success).toBe(false)
    expect(customerInput.safeParse({ ...nextRecord({}), name: '青山' }).success).toBe(true)
  })
})

describe('a date typed in a hurry', () => {
  it.each([
    ['2026-11-27', '2026-11-27'],
    ['20261127', '2026-11-27'],
    ['2026/3/5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['１１-２７', '2026-11-27'],
    ['11.27', '2026-11-27'],
    ['11月27日', '2026-11-27'],
    ['1127', '2026-11-27'],
    ['12-31', '2025-12-31'],
    ['2-30', '2-30'],
    ['去年年底', '去年年底'],
    ['', ''],
  ])('%j is %j', (typed, date) => {
    expect(readTypedDate(typed, '2026-11-27')).toBe(date)
  })

  it('is never later than today without its year, and comes back unchanged or as a whole date', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,2}[-/.]\d{1,2}$/), (typed) => {
        const date = readTypedDate(typed, '2026-11-27')
        expect(date === typed || (/^\d{4}-\d{2}-\d{2}$/.test(date) && date <= '2026-11-27')).toBe(
          true,
        )
      }),
    )
  })
})
