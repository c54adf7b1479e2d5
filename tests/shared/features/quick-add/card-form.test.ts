import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newCustomerInput } from '@shared/features/customers/customers.schema'
import { mostPoints } from '@shared/features/contacts/contacts.schema'
import type { Piece } from '@shared/features/quick-add/card'
import { toFormValues } from '@shared/features/quick-add/card-form.rules'
import { pieceKinds } from '@shared/features/quick-add/quick-add.enums'
import { readCard } from '@shared/features/quick-add/read-card.rules'

const words = (kind: string, isFurther: boolean) => `${isFurther ? '其他' : ''}${kind}：`
const fill = (text: string) => toFormValues(readCard(text).pieces, words)

describe('the form that a card fills', () => {
  it('is a company with its contact, and the rest in the notes', () => {
    const text = `李建国 采购经理
杭州青山食品有限公司
电话：0571-88001234
手机：13800001027
邮箱：lijg@qingshan.example.com
主营礼盒`
    expect(fill(text)).toEqual({
      kind: 'company',
      name: '杭州青山食品有限公司',
      contactPerson: '李建国',
      phone: '13800001027',
      email: 'lijg@qingshan.example.com',
      points: [{ type: 'phone', raw: '0571-88001234' }],
      notes: 'position：采购经理\n主营礼盒',
    })
  })

  it('has every further number as one of the customer, once and typed (R050)', () => {
    const text = `手机：138 0000 1027（微信同号）
电话：0571-88001234 / 0571-88001235
传真：0571-88001236
Tel: +86 13800001027
邮箱：a@qingshan.example.com  b@qingshan.example.com
QQ：12345678`
    const { phone, email, points, notes } = fill(text)
    expect({ phone, email, points, notes }).toEqual({
      phone: '138 0000 1027',
      email: 'a@qingshan.example.com',
      points: [
        { type: 'phone', raw: '0571-88001234' },
        { type: 'phone', raw: '0571-88001235' },
        { type: 'email', raw: 'b@qingshan.example.com' },
        { type: 'qq', raw: '12345678' },
        { type: 'wechat', raw: '138 0000 1027' },
      ],
      notes: 'fax：0571-88001236',
    })
  })

  it('leaves in the notes what is no number of its kind, and what is too many', () => {
    const piece = (kind: 'email' | 'qq', value: string): Piece => ({
      ...{ kind, value, confidence: 'sure', span: null },
    })
    const many = Array.from({ length: mostPoints + 2 }, (_, at) => piece('qq', `${10_000 + at}`))
    const pieces = [piece('email', 'a@example.com'), piece('email', 'b at example'), ...many]
    const values = toFormValues(pieces, words)
    expect(values.points).toHaveLength(mostPoints)
    expect(values.notes).toBe('其他email：b at example\nqq：10050\nqq：10051')
  })

  it('is a person where no company stands on it', () => {
    expect(fill('王芳 设计师 13800001027 性别：女 生日：1990-01-02')).toEqual({
      kind: 'person',
      name: '王芳',
      occupation: '设计师',
      phone: '13800001027',
      gender: 'female',
      birthDate: '1990-01-02',
    })
  })

  it('takes the surest name', () => {
    expect(fill('王芳\n13800001027\n姓名：李建国')).toMatchObject({
      name: '李建国',
      notes: '其他name：王芳',
    })
  })

  it('fits the schema of the form', () => {
    const values = fill('水月堂茶业有限公司 91350100M000100Y43 账号：6222 0200 1380 0001 111')
    expect(newCustomerInput.parse(values)).toMatchObject({
      creditCode: '91350100M000100Y43',
      bankAccount: '6222020013800001111',
    })
  })

  it('holds the value of every piece', () => {
    const piece = fc.record({
      kind: fc.constantFrom(...pieceKinds),
      value: fc.stringMatching(/^[a-z0-9]{1,12}$/),
      confidence: fc.constantFrom('sure', 'likely', 'guess'),
      span: fc.constant(null),
    }) as fc.Arbitrary<Piece>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const all = JSON.stringify(toFormValues(pieces, words))
        for (const { value } of pieces) expect(all).toContain(value)
      }),
    )
  })
})
