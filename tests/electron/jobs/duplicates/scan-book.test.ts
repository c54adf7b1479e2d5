import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobReport } from '@shared/features/jobs/jobs.contract'
import { scanBook } from '../../../../electron/jobs/duplicates/scan-book'
import { customerForm } from '../../../factories/customers'
import { createTestBook, type TestBook } from '../../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
  for (let made = 0; made < 2; made += 1)
    book.run('customers.create', customerForm({ phone: '13800001027' }))
})
afterEach(() => book.dispose())

const input = () => ({ path: book.path, key: Uint8Array.from(book.key) })

describe('the scan in the job process (R051)', () => {
  test('reads the open book beside the data process, counts rows and wipes its key', async () => {
    const given = input()
    const reports: JobReport[] = []
    const found = await scanBook(
      given,
      (report) => reports.push(report),
      new AbortController().signal,
    )
    expect(found).toMatchObject({ customers: 2, candidates: [{ customerId: 1, otherId: 2 }] })
    expect(reports.at(-1)).toEqual({ phase: 'checking', done: 2, total: 2, unit: 'rows' })
    expect(given.key.every((byte) => byte === 0)).toBe(true)
    // The book was open all the time and still takes writes.
    expect(book.run('customers.create', customerForm()).id).toBe(3)
  })

  test('ends at once when it is cancelled', async () => {
    const controller = new AbortController()
    const stopped = scanBook(input(), () => controller.abort(), controller.signal)
    await expect(stopped).rejects.toMatchObject({ code: 'core.cancelled' })
  })
})
