import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestText } from '@shared/features/quick-add/quick-add.enums'
import { readCard } from '@shared/features/quick-add/read-card.rules'
import { growth, quadratic } from '../../../support/growth'

const bits = fc.constantFrom(
  ...'姓名：|李建国|欧阳|有限公司|\n| |，|手机：|微信|13800001027|0571-88001234|+49 30 901820|a@b.example|(|转 8|QQ |路 5 号|浙江省杭州市|Ltd.|Li Jianguo|经理|部|的|我是|😀|\u202e|\u0000|\ud800'.split(
    '|',
  ),
)
const text = fc.oneof(
  fc.array(bits, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

describe('any text at all', () => {
  it('keeps every letter and digit in a piece, apart from a label that nothing follows', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { pieces } = readCard(whole)
        const held = new Set(
          pieces.flatMap(({ span }) =>
            span ? Array.from({ length: span.to - span.from }, (_, at) => span.from + at) : [],
          ),
        )

        const rest = whole
          .split('')
          .map((sign, at) => (held.has(at) ? '\n' : sign))
          .join('')

        const lost = rest.split(/[\r\n]/).filter((part) => /[\p{L}\p{N}]/u.test(part))
        expect(
          lost.filter(
            (part) =>
              !/^[^:：]{1,12}[:：]$/.test(
                part.replace(/^[\s,，;；、|｜/]+|[\s,，;；、|｜/]+$/g, ''),
              ),
          ),
        ).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('never loses a mobile number that stands alone', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 13000000000, max: 19999999999 }),
        text,
        (one, phone, two) => {
          const { pieces } = readCard(`${one}\n${phone}\n${two}`)
          expect(pieces.some(({ value }) => value.includes(String(phone)))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives pieces that do not overlap and hold what stands at their place', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const spans = readCard(whole).pieces.flatMap(({ span }) => (span ? [span] : []))
        let at = 0
        for (const { from, start, end, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(at)
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          expect(to).toBeGreaterThanOrEqual(end)
          at = to
        }
      }),
    )
  })

  it('is read the same twice', () => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(readCard(whole)).toEqual(readCard(whole))
      }),
    )
  })

  it.each([' ', '(1)', '有限', 'A b', '李建国\n'])(
    'takes no more than its share when there is four times as much of %j',
    (piece) => {
      const read = (times: number) => readCard('电话' + piece.repeat(times))
      expect(growth(read, Math.floor(longestText / 4 / piece.length))).toBeLessThan(quadratic)
      const { pieces } = read(30_000)
      expect(pieces.every(({ span }) => span !== null && span.to <= longestText)).toBe(true)
    },
  )
})
