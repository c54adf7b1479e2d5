import type { WriteContext } from '../context'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'

export type StoredImport = {
  id: number
  uid: string
  fileName: string
  customers: number
  rejected: number
  commandId: number
  undone: boolean
  at: number
}

/** All imports, newest first; `undone` follows undo and redo of the import's command. */
export function listImports(read: ReadHandle): StoredImport[] {
  return statement<Omit<StoredImport, 'undone'> & { undone: number }>(
    read,
    `SELECT b.id, b.uid, b.file_name AS fileName, b.customers, b.rejected, b.command_id AS commandId,
       c.reversed_by IS NOT NULL AS undone, b.at
     FROM import_batch b JOIN command c ON c.id = b.command_id ORDER BY b.id DESC`,
  )
    .all()
    .map((row) => ({ ...row, undone: row.undone === 1 }))
}

/** Remembers an imported file under the running command; answers its row id. */
export function recordImport(
  { write, newUid, commandId, clock }: WriteContext,
  batch: { fileName: string; customers: number; rejected: number },
): number {
  const { lastInsertRowid } = statement(
    write,
    `INSERT INTO import_batch (uid, file_name, customers, rejected, command_id, at)
     VALUES (@uid, @fileName, @customers, @rejected, @commandId, @at)`,
  ).run({ ...batch, uid: newUid(), commandId, at: clock() })
  return Number(lastInsertRowid)
}
