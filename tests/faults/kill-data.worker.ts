import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { findAuditHead } from '@db/audit'
import { importRows } from '@db/workflows/import-rows'
import { createBookSession } from '../../electron/data/book-session'
import { importRowsOf } from '../factories/import-rows'
import { acknowledgements, type Acknowledged, bookOf, killedOwner } from './kill-data.book'

/** The data process as it is, without Electron around it: works on a book until it is killed. */
const [, , flow = '', folder = '', name = ''] = process.argv
const session = createBookSession({ checkOutput: true })
const output = openSync(join(folder, acknowledgements), 'a')

/** What main has been answered; the operating system keeps it when this process is killed. */
function acknowledge(acknowledged: Omit<Acknowledged, 'audit'>): void {
  const audit = findAuditHead(session.current().book.read)?.id ?? 0
  writeSync(output, `${JSON.stringify({ ...acknowledged, audit })}\n`)
}

async function ask(route: string, input: unknown): Promise<unknown> {
  const answer = JSON.parse(await session.request(route, input)) as { ok: boolean; data: unknown }
  if (!answer.ok) throw new Error(`${route}: ${JSON.stringify(answer)}`)
  return answer.data
}

async function command(index: number, early: boolean): Promise<void> {
  const customer = `示例公司 ${name}-${index}`
  if (early) acknowledge({ kind: 'customer', key: customer })
  const made = (await ask('customers.create', { kind: 'company', name: customer })) as {
    id: number
  }
  if (!early) acknowledge({ kind: 'customer', key: customer })
  if (index % 3 > 0) return
  const content = `虚构 ${name}-${index}`
  await ask('follow-ups.create', {
    ...{ customerId: made.id, type: 'phone', content },
    ...{ occurredAt: 1_790_000_000_000, nextFollowAt: null, nextNote: null },
  })
  acknowledge({ kind: 'follow-up', key: content })
}

function importFile(index: number): void {
  const fileName = `${name}-${index}.csv`
  const rows = importRowsOf(60).map((row) => ({
    ...row,
    fields: { ...row.fields, externalId: `${name}-${index}-${row.row}` },
  }))
  session.command('imports.commit', true, (context) =>
    importRows(context, { fileName, rejected: 0, rows }),
  )
  acknowledge({ kind: 'import', key: fileName })
}

const flows: Record<string, (index: number) => Promise<void> | void> = {
  commands: (index) => command(index, false),
  early: (index) => command(index, true),
  imports: importFile,
  migration: (index) => command(index, false),
}
const step = flows[flow]
if (!step) throw new Error(`no flow ${flow}`)

writeSync(1, 'started\n')
session.open({
  ...{ path: bookOf(folder), create: false, userUid: killedOwner.uid, users: [killedOwner] },
  ...{ pageKey: new Uint8Array(32).fill(1), auditKey: new Uint8Array(32).fill(2), fieldKey: null },
  header: { generation: 1, recoverySlotId: 'recovery', isRecovery: false },
  ...{ notes: [], auditHead: null },
})
writeSync(1, 'open\n')
for (let index = 0; ; index += 1) await step(index)
