import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Card } from '@shared/features/quick-add/card'
import { readCards } from '@shared/features/quick-add/read-cards.rules'

const vcard = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n')
const said = (card: Card | undefined) => card?.pieces.map(({ kind, value }) => `${kind} ${value}`)
const read = (...lines: string[]) => said(readCards(vcard(...lines))[0])

describe('a vCard', () => {
  it('of version 3.0 gives its fields', () => {
    const lines = [
      'VERSION:3.0',
      'N:李;建国;;;',
      'FN:李建国',
      'ORG:杭州青山食品有限公司;采购部',
      'TITLE:采购经理',
      'TEL;TYPE=CELL,VOICE:+86 138 0000 1027',
      'TEL;TYPE=WORK,FAX:0571-88001235',
      'EMAIL;TYPE=INTERNET:lijg@qingshan.example.com',
      'ADR;TYPE=WORK:;;文三路 100 号;杭州市;浙江省;310000;',
      'URL:https://qingshan.example',
      'NOTE:喜欢绿茶\\, 不要糖\\n周五送货',
      'BDAY:1988-05-17',
      'X-WECHAT:lijg_88',
    ]
    expect(read(...lines)).toEqual([
      'name 李建国',
      'company 杭州青山食品有限公司',
      'department 采购部',
      'position 采购经理',
      'phone +86 138 0000 1027',
      'fax 0571-88001235',
      'email lijg@qingshan.example.com',
      'address 浙江省杭州市文三路 100 号 310000',
      'website https://qingshan.example',
      'note 喜欢绿茶, 不要糖',
      'note 周五送货',
      'birthDate 1988-05-17',
      'wechat lijg_88',
    ])
  })

  it.each([
    [
      'UTF-8 in quoted-printable with soft breaks, as Android writes it',
      [
        'VERSION:2.1',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E=\r\n=E5=BB=BA=E5=9B=BD',
      ],
      ['name 李建国'],
    ],
    [
      'GBK in quoted-printable',
      ['VERSION:2.1', 'FN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=C0=EE=BD=A8=B9=FA'],
      ['name 李建国'],
    ],
    [
      'bare parameters',
      ['VERSION:2.1', 'FN:Ann Lee', 'TEL;CELL;PREF:13800001027'],
      ['name Ann Lee', 'phone 13800001027'],
    ],
    ['base64 text', ['FN;ENCODING=BASE64;CHARSET=UTF-8:5p2O5bu65Zu9'], ['name 李建国']],
    ['folded lines', ['FN:Li Jian', ' guo'], ['name Li Jianguo']],
    ['a name without FN', ['N:李;建国;;;'], ['name 李建国']],
    ['a Latin name without FN', ['N:Owen;Sean;;Dr.;'], ['name Sean Owen', 'note Dr.']],
    ['a name with no given name', ['N:李;;;;'], ['name 李']],
    ['no name at all', ['TEL:13800001027'], ['phone 13800001027']],
    [
      'telephone addresses of version 4.0',
      ['VERSION:4.0', 'TEL;VALUE=uri;TYPE="voice,work":tel:+86-571-88001234;ext=12'],
      ['phone +86-571-88001234 转 12'],
    ],
    ['a birthday without its year', ['BDAY:--05-17'], ['note BDAY: --05-17']],
    ['a compact birthday', ['BDAY:19880517'], ['birthDate 1988-05-17']],
    [
      'groups and labels of Apple',
      ['item1.TEL:13800001027', 'item1.X-ABLabel:_$!<Main>!$_'],
      ['phone 13800001027'],
    ],
    [
      'escaped semicolons',
      ['ORG:A\\;B 有限公司;销售部'],
      ['company A;B 有限公司', 'department 销售部'],
    ],
    [
      'messengers',
      ['IMPP:weixin:li_jg88', 'IMPP:qq:10000234', 'IMPP:xmpp:a@b.example'],
      ['wechat li_jg88', 'qq 10000234', 'note xmpp:a@b.example'],
    ],
    [
      'a western address',
      ['ADR:;;Hauptstrasse 5;Berlin;;10115;Germany'],
      ['address Hauptstrasse 5, Berlin, 10115, Germany'],
    ],
    ['properties that nobody knows', ['X-SHOE-SIZE:43'], ['note X-SHOE-SIZE: 43']],
    ['gender', ['GENDER:F'], ['gender female']],
    [
      'the same number twice',
      ['TEL:13800001027', 'TEL;TYPE=CELL:13800001027'],
      ['phone 13800001027'],
    ],
    [
      'a URL with colons in a quoted parameter',
      ['URL;X-A="b:c;d":https://a.example'],
      ['website https://a.example'],
    ],
  ])('is read with %s', (_what, lines, fields) => {
    expect(read(...lines)).toEqual(fields)
  })

  it('names its picture and takes none of it', () => {
    const card = readCards(
      vcard('FN:李建国', 'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ', ' SkZJRg=='),
    )[0]
    expect(card?.ignored).toEqual(['photo'])
    expect(said(card)).toEqual(['name 李建国'])
  })

  it('may stand beside others and beside text, which is kept', () => {
    const two = `两张名片\n${vcard('FN:李建国')}\n${vcard('FN:王芳')}\n谢谢`
    expect(readCards(two).map(said)).toEqual([
      ['name 李建国'],
      ['name 王芳', 'note 两张名片\n谢谢'],
    ])
  })

  it('that is cut off is read as far as it goes', () => {
    expect(said(readCards('BEGIN:VCARD\nFN:李建国\nTEL:138000')[0])).toEqual([
      'name 李建国',
      'phone 138000',
    ])
  })

  it('keeps every name and number whatever they are', () => {
    const safe = fc
      .string({ unit: fc.constantFrom(...'李王aZ9 .-'), minLength: 1, maxLength: 30 })
      .filter((one) => one.trim() !== '')
    fc.assert(
      fc.property(safe, safe, (name, phone) => {
        const words = read(`FN:${name}`, `TEL:${phone}`)?.join('|') ?? ''
        const flat = (value: string) => value.replace(/\s+/g, ' ').trim()
        expect(words).toContain(`name ${flat(name)}`)
        expect(words).toContain(`phone ${flat(phone)}`)
      }),
    )
  })

  it('never breaks on any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ maxLength: 30 }),
            fc.constantFrom(
              'N:;',
              'FN',
              'BDAY:-',
              'ADR:',
              'TEL;TYPE="',
              'NOTE;ENCODING=QUOTED-PRINTABLE:=',
              'BEGIN:VCARD',
            ),
          ),
        ),
        (lines) => {
          expect(Array.isArray(readCards(vcard(...lines)))).toBe(true)
        },
      ),
    )
  })
})

describe('the short formats of QR codes', () => {
  it.each([
    [
      'MECARD:N:李,建国;TEL:13800001027;EMAIL:a@b.example;ADR:杭州市文三路 1 号;ORG:青山食品;NOTE:茶\\;礼盒;;',
      [
        'name 李建国',
        'phone 13800001027',
        'email a@b.example',
        'address 杭州市文三路 1 号',
        'company 青山食品',
        'note 茶;礼盒',
      ],
    ],
    [
      'MECARD:N:Owen,Sean;BDAY:19700310;X:1;;',
      ['name Sean Owen', 'birthDate 1970-03-10', 'note X:1'],
    ],
    [
      'BIZCARD:N:Sean;X:Owen;T:Engineer;C:Solaris;A:Main Street 1;B:+12125550101;E:s@o.example;;',
      [
        'name Sean Owen',
        'position Engineer',
        'company Solaris',
        'address Main Street 1',
        'phone +12125550101',
        'email s@o.example',
      ],
    ],
  ])('are read from %s', (text, fields) => {
    expect(said(readCards(text)[0])).toEqual(fields)
  })

  it('leave other codes as free text', () => {
    expect(said(readCards('tel:13800001027')[0])).toEqual(['phone 13800001027'])
    expect(readCards('  \n')).toEqual([])
  })
})
