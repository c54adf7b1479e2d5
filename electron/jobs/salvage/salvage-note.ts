import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { salvagedTable } from '@shared/features/vault/salvage.schema'
import { z } from 'zod'
import { bookFiles } from '../../vault/header-file'
import { salvageFiles } from './salvage-files'

/** What lies beside a proven, salvaged database until it has its place; counts only. */
export const salvageNote = z.strictObject({
  tables: z.array(salvagedTable),
  unreadablePages: z.number().int(),
  headerMark: z
    .strictObject({ generation: z.number().int(), recoverySlotId: z.string() })
    .nullable(),
  auditMissingFrom: z.number().int().nullable(),
  auditHasGaps: z.boolean(),
  damagedFolder: z.string(),
  /** The file that it was made of, to know it again. */
  damaged: z.strictObject({ size: z.number(), mtimeMs: z.number() }),
})
export type FinishedSalvage = z.output<typeof salvageNote>

/**
 * A salvage that was proven and then cut off before the new file had its place. Null when there is none, or when the database
 * beside it is another one by now.
 */
export function findFinishedSalvage(folder: string): FinishedSalvage | null {
  try {
    statSync(join(folder, salvageFiles.proven))
    const text = readFileSync(join(folder, salvageFiles.report), 'utf8')
    const note = salvageNote.parse(JSON.parse(text))
    const { size, mtimeMs } = statSync(join(folder, bookFiles.database))
    return note.damaged.size === size && note.damaged.mtimeMs === mtimeMs ? note : null
  } catch {
    return null
  }
}
