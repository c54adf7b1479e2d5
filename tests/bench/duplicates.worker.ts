import { toCustomerColumns } from '@db/customer-columns'
import { type Candidate, scanDuplicates } from '@db/duplicates/scan'
import { levelScores } from '@shared/features/duplicates/duplicates.rules'
import { customerFields } from '@shared/features/customers/customers.schema'
import { cloner, snakeCase } from '../factories/clone-rows'
import { createTestBook, type TestBook } from '../factories/test-book'
import { makeRandom } from '../fixtures/seeded-random'
import { alterations, type DuplicateSet, makeDuplicateSet } from './duplicate-set'
import { median, printFigure, timed } from './report'

/** A real encrypted book with these customers: row ids are their places in the set, from 1. */
function fillBook({ customers }: DuplicateSet): TestBook {
  const book = createTestBook()
  const { id } = book.run('customers.create', { kind: 'company', name: '云岫示例' })
  book.command({ route: 'imports.commit', undoable: false }, () => {
    const add = cloner(book, 'customer', id)
    book.book.raw.prepare('DELETE FROM customer').run()
    customers.forEach((form, at) => {
      const code = `C${at + 1}`
      const columns = toCustomerColumns(customerFields.parse(form), { code })
      const stored = Object.entries(columns).map(([key, value]) => [snakeCase(key), value])
      add({ ...(Object.fromEntries(stored) as object), id: at + 1, uid: `uid-${at}`, code })
    })
  })
  return book
}

function measureQuality(set: DuplicateSet, candidates: Candidate[]): void {
  const keyOf = (first: number, second: number) => `${first}-${second}`
  const known = new Map(set.pairs.map((pair) => [keyOf(pair.first + 1, pair.second + 1), pair]))
  const scores = new Map(
    candidates.map(({ customerId, otherId, score }) => [keyOf(customerId, otherId), score]),
  )
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
  for (const [level, from] of Object.entries(levelScores)) {
    const named = [...scores].filter(([, score]) => score >= from)
    const right = named.filter(([key]) => known.has(key)).length
    console.log(
      `from ${level.padEnd(8)} (${from})  precision ${share(right, named.length).padStart(7)}  recall ${share(right, known.size).padStart(7)}  (${named.length} pairs named, ${known.size} known)`,
    )
  }
  for (const alteration of alterations) {
    const ofKind = [...known].filter(([, pair]) => pair.alteration === alteration)
    const found = ofKind.filter(([key]) => (scores.get(key) ?? 0) >= levelScores.likely)
    console.log(
      `  ${alteration.padEnd(12)} recall ${share(found.length, ofKind.length)} of ${ofKind.length}`,
    )
  }
}

async function scan(book: TestBook): Promise<Candidate[]> {
  const { candidates } = await scanDuplicates(book.book.read, () => Promise.resolve())
  return candidates
}

const runs = 15

/** What this process has used since then, in ms: other programs do not count. */
function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** Prints how well the finder finds (R050, R051), and how long it takes over many customers. */
async function benchDuplicates(many: number): Promise<void> {
  const known = makeDuplicateSet(makeRandom(20240515), 12_000)
  const small = fillBook(known)
  console.log(`duplicates among ${known.customers.length.toLocaleString('en')} invented customers`)
  measureQuality(known, await scan(small))
  small.dispose()

  const book = fillBook(makeDuplicateSet(makeRandom(7), many, 0.02))
  const count = `${many.toLocaleString('en')} customers`
  const start = process.cpuUsage()
  printFigure(`scan of ${count} for duplicates`, await timed(() => scan(book)), 'ms', 20_000)
  printFigure('  of that processor time', processorMs(start), 'ms')
  const drafts = [
    { kind: 'company', name: '深圳市云岫望月电子科技有限公司', phones: ['13800001027'] },
    { kind: 'company', name: '望月', phones: [] },
    { kind: 'person', name: '陈知秋', phones: ['13900002038'], emails: ['a@example.com'] },
  ] as const
  for (const draft of drafts) {
    const input = { ...draft, id: null, phones: [...draft.phones], emails: [] }
    const times: number[] = []
    const before = process.cpuUsage()
    for (let run = 0; run < runs; run += 1)
      times.push(await timed(() => Promise.resolve(book.run('duplicates.find', input))))
    printFigure(`  what 「${draft.name}」 may be, among ${count}`, median(times), 'ms', 20)
    printFigure('    of that processor time', processorMs(before) / runs, 'ms')
  }
  book.dispose()
}

await benchDuplicates(Number(process.argv[2] ?? 100_000))
