import { openSync, writeSync } from 'node:fs'
import { findAuditHead } from '@db/audit'
import { importRows } from '@db/workflows/import-rows'
import { createBookSession } from '../../electron/data/book-session'
import { importRowsOf } from '../factories/import-rows'
import { type Acknowledged, bookOf, killedOwner } from './kill-data.book'

type Options = {
  folder: string
  /** Part of every name that is written, so that those of one run are told from another's. */
  name: string
  /** File that gets what main has been answered. */
  answers: string
}

/** The data process as it is, without Electron around it, with pieces of work for it. */
export function createDataSteps({ folder, name, answers }: Options) {
  const session = createBookSession({ checkOutput: true })
  const output = openSync(answers, 'a')

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

  return {
    session,
    open(): void {
      session.open({
        ...{ path: bookOf(folder), create: false, userUid: killedOwner.uid, users: [killedOwner] },
        ...{ pageKey: new Uint8Array(32).fill(1), auditKey: new Uint8Array(32).fill(2) },
        ...{ fieldKey: null, notes: [], auditHead: null },
        header: { generation: 1, recoverySlotId: 'recovery', isRecovery: false },
      })
    },
    /** A customer, now and then with a follow-up. `early` says so before it is true. */
    async command(index: number, early = false): Promise<void> {
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
    },
    importFile(index: number): void {
      const fileName = `${name}-${index}.csv`
      const rows = importRowsOf(60).map((row) => ({
        ...row,
        fields: { ...row.fields, externalId: `${name}-${index}-${row.row}` },
      }))
      session.command('imports.commit', true, (context) =>
        importRows(context, { fileName, rejected: 0, rows }),
      )
      acknowledge({ kind: 'import', key: fileName })
    },
  }
}
