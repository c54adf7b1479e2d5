import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readContact } from '../../../../../electron/jobs/import/readers/contact'

describe('a cell that says how to reach somebody', () => {
  it.each([
    ['李四(138 0000 9012)', '李四', '138 0000 9012'],
    ['李四（13800009012）', '李四', '13800009012'],
    ['李四 13800009012', '李四', '13800009012'],
    ['13800009012 李四', '李四', '13800009012'],
    ['李经理：13800009012', '李经理', '13800009012'],
    ['电话:13800009012', null, '13800009012'],
    ['13800009012', null, '13800009012'],
    ['+86 139-0000-2718', null, '+86 139-0000-2718'],
    ['(0755) 55501234', null, '(0755) 55501234'],
    ['0755-55501234 转 801', null, '0755-55501234 转 801'],
    ['400-000-1234', null, '400-000-1234'],
    ['+852 5550 1234', null, '+852 5550 1234'],
    ['John Example 13800009012', 'John Example', '13800009012'],
  ])('%s is split whole', (text, name, phone) => {
    expect(readContact(text)).toMatchObject({
      name,
      phone,
      hasMore: false,
      flaw: null,
      whole: true,
    })
  })

  it('keeps a masked number as written and marks it', () => {
    expect(readContact('李四(138xxxx9012)')).toMatchObject({
      name: '李四',
      phone: '138xxxx9012',
      flaw: 'phone-unclear',
    })
  })

  it.each([
    ['13800003141、0755-55501234', '0755-55501234', null],
    ['13800003141 / 13900002718', '13900002718', null],
    ['13800003141 13900002718', '13900002718', null],
    ['13800003141；家 0755-55501234', '0755-55501234', '家'],
  ])('%s has a second number', (text, raw, label) => {
    expect(readContact(text)).toMatchObject({
      ...{ phone: '13800003141', morePhones: [{ raw, label }], hasMore: false, whole: true },
    })
  })

  it('takes the first of two people, and the number of the second with their name', () => {
    expect(readContact('李四(13800003141)、王五(13900002718)')).toMatchObject({
      name: '李四',
      phone: '13800003141',
      morePhones: [{ raw: '13900002718', label: '王五' }],
      hasMore: true,
    })
  })

  it('leaves a second number that is doubtful where it stands', () => {
    expect(readContact('13800003141、138xxxx9012')).toMatchObject({
      ...{ phone: '13800003141', morePhones: [], hasMore: true, whole: false },
    })
  })

  it('finds an e-mail beside the number', () => {
    expect(readContact('李四 13800009012 lisi@mail.example')).toMatchObject({
      name: '李四',
      phone: '13800009012',
      email: 'lisi@mail.example',
      whole: true,
    })
  })

  it.each(['1.38001E+10', '1.38E10', '1.38001380E+10'])(
    '%s has lost digits and gives no number',
    (text) => {
      expect(readContact(text)).toMatchObject({
        phone: null,
        flaw: 'phone-lost-digits',
        whole: false,
      })
    },
  )

  it.each([
    ['13800138000.0', '13800138000'],
    ['1.3800138001E+10', '13800138001'],
  ])('%s is repaired to %s, since no digit is gone', (text, phone) => {
    expect(readContact(text)).toMatchObject({ phone, flaw: null })
  })

  it.each(['电话打不通', '微信 lisi_2024', '加微信再说', '见备注'])(
    '%s makes nobody a contact',
    (text) => {
      expect(readContact(text)).toMatchObject({ name: null, phone: null, whole: false })
    },
  )

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readContact(text)))
  })
})
