import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@shared/core/errors'
import { importRow } from '@shared/features/imports/import-row.schema'
import { importTargets } from '@shared/features/imports/imports.schema'
import { isBlank } from '../../../../electron/jobs/import/cell'
import { importBytes, rowsOf, textOf } from './import-text'

const headers = [
  '姓名',
  '联系方式',
  '邮箱',
  '首次接触时间',
  '需求标签',
  '跟进记录',
  '客户等级',
  '客单价',
  '备注',
]
const words = fc.constantFrom(
  '李四(138xxxx9012)',
  '13800138000.0',
  '1.38001E+10',
  '13800001111、13900002222',
  '王五 13800001111',
  '电话打不通',
  '去年年底',
  '2023年3月15日',
  '45000',
  '2023-3-5 10:30',
  '潜力客户',
  'A类',
  '职业技能提升、周末班',
  '2023-10-22:反馈课程进度快；2023-11-02 再谈',
  '2023-02-30:来访',
  '1.2万',
  'a@b.example',
  'x@@y',
  '=SUM(A1)',
  '"引号"',
  '无',
  '',
)
const cell = fc.oneof(
  { weight: 3, arbitrary: words },
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const table = fc.array(fc.array(cell, { minLength: headers.length, maxLength: headers.length }), {
  minLength: 1,
  maxLength: 8,
})

function toCsv(rows: readonly string[][]): string {
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
  return [headers, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')
}

/** Letters and digits only: separators and brackets may be taken apart, numbers may be re-written as dates. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

describe('any bytes at all', () => {
  it('are read or refused by a name of ours, and every record is counted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        try {
          const session = await importBytes(bytes)
          const plan = session.plan()
          expect(plan.goodRows + plan.badRows).toBe(plan.totalRows)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('any table', () => {
  it('becomes as many good and bad rows as it has records, and what goes in fits the contract', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const filled = rows.filter((cells) =>
          cells.some((text) => text.replace(/[\s\u200b\u2060\ufeff\u0000]/g, '') !== ''),
        )
        fc.pre(filled.length > 0)
        const session = await importBytes(toCsv(rows))
        const plan = session.plan()
        expect(plan.totalRows).toBe(filled.length)
        expect(plan.goodRows + plan.badRows).toBe(plan.totalRows)
        expect(session.rejectedCount).toBe(plan.badRows)
        const good = rowsOf(session)
        expect(good).toHaveLength(plan.goodRows)
        for (const row of good) expect(importRow.parse(row)).toEqual(row)
      }),
      { numRuns: 80 },
    )
  })

  it('loses no word of a row that goes in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(...headers.slice(1).map(() => words)), async (cells) => {
        const row = rowsOf(await importBytes(toCsv([['云岫示例科技有限公司', ...cells]])))[0]
        if (!row) throw new Error('the row did not go in')
        const kept = letters(textOf(row))
        cells.forEach((text, index) => {
          if (isBlank(text) || isRewritten(headers[index + 1] ?? '', text)) return
          for (const part of text.split(/[、；\s(),:]+/)) expect(kept).toContain(letters(part))
        })
      }),
      { numRuns: 150 },
    )
  })

  it('can be mapped in any way', async () => {
    const session = await importBytes(
      toCsv([['甲一', '13800001111', ...headers.slice(2).map((h) => h)]]),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...importTargets), { maxLength: headers.length + 2 }),
        async (targets) => {
          await session.remap(targets)
          const { goodRows, badRows } = session.plan()
          expect(goodRows + badRows).toBe(1)
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** Cells whose meaning is stored in another form: a date, a list word, a number without Excel's tail. */
function isRewritten(header: string, text: string): boolean {
  if (header === '首次接触时间') return /^(45000|2023年3月15日)$/.test(text)
  if (header === '客户等级') return text === '潜力客户'
  if (header === '跟进记录') return /^2023-(10-22|3-5)/.test(text)
  return header === '联系方式' && text === '13800138000.0'
}
