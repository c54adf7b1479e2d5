import { z } from 'zod'

const count = z.number().int().min(0)

export const salvagedTable = z.strictObject({
  /** Name of the table in the database. */
  table: z.string(),
  saved: count,
  /** Known to be missing; there may be more. */
  lost: count,
  /** Stretches that could not be read. */
  holes: count,
  /** Empty rows put in for lost ones that others belong to. */
  standIns: count,
})
export type SalvagedTable = z.output<typeof salvagedTable>

/** What came out of a salvage (R094); counts only. */
export const salvageReport = z.strictObject({
  tables: z.array(salvagedTable),
  /** Pages of 4096 bytes that the disk does not give any more. */
  unreadablePages: count,
  /** Name of the folder beside the book that holds the damaged files. */
  damagedFolder: z.string(),
  /** Entries of the audit trail are missing, and checking it says so from now on. */
  auditHasGaps: z.boolean(),
})
export type SalvageReport = z.output<typeof salvageReport>
