import { CircleHelp } from 'lucide-react'
import { describe, expect, it } from 'vitest'
import type { CustomerRow } from '@shared/features/customers/customers.schema'
import {
  listItems,
  readQuery,
  splitMatch,
  type PaletteCommand,
} from '@renderer/features/palette/palette-items'

const command = (id: string, label: string): PaletteCommand => ({
  id,
  group: 'command',
  label,
  icon: CircleHelp,
  run: () => {},
})
const commands = [
  command('lock', '锁上客簿'),
  command('help', '快捷键'),
  command('new', '新建客户'),
]
const customer = (id: number): CustomerRow => ({
  id,
  code: `C20261118000${id}`,
  kind: 'company',
  name: `子虚精密制造 ${id}`,
  contactPerson: null,
  phoneMasked: null,
  industry: null,
  stage: 'won',
  tier: 'high',
  tags: [],
  nextFollowAt: null,
  lastInteractionAt: null,
  createdAt: 0,
  archivedAt: null,
  ownerId: 1,
  ownerName: '陈立夏',
  relation: 'own',
  custom: [],
  quality: { complete: false, current: true, accurate: false },
})
const keys = (typed: string, customers: CustomerRow[] = [], mayCreate = true) =>
  listItems(typed, customers, commands, mayCreate).map((item) => item.key)

describe('the palette', () => {
  it('shows every command before anything is typed', () => {
    expect(keys('')).toEqual(['lock', 'help', 'new'])
  })

  it('shows customers first, at most five, then commands, then the offer of a new customer', () => {
    expect(keys('客', [1, 2, 3, 4, 5, 6].map(customer))).toEqual([
      'customer-1',
      'customer-2',
      'customer-3',
      'customer-4',
      'customer-5',
      'lock',
      'new',
      'new-named',
    ])
  })

  it('keeps to commands behind >, in full width too', () => {
    expect(keys('> 锁', [customer(1)])).toEqual(['lock'])
    expect(keys('＞', [customer(1)])).toEqual(['lock', 'help', 'new'])
    expect(readQuery(' >  abc ')).toEqual({ commandsOnly: true, text: 'abc' })
  })

  it('offers no new customer to those who may not make one', () => {
    expect(keys('客', [customer(1)], false)).toEqual(['customer-1', 'lock', 'new'])
  })

  it('does not show customers of a former search when the field is empty', () => {
    expect(keys('  ', [customer(1)])).not.toContain('customer-1')
  })
})

describe('the typed characters in a label', () => {
  it('are marked without regard to case', () => {
    expect(splitMatch('New customer', 'CUST')).toEqual([
      { text: 'New ', hit: false },
      { text: 'cust', hit: true },
      { text: 'omer', hit: false },
    ])
  })

  it('leave a label whole when they were matched by pinyin only', () => {
    expect(splitMatch('子虚精密', 'zx')).toEqual([{ text: '子虚精密', hit: false }])
    expect(splitMatch('子虚精密', '')).toEqual([{ text: '子虚精密', hit: false }])
  })
})
