import { AppError } from '@shared/core/errors'
import { importRow, type ImportRow } from '@shared/features/imports/import-row.schema'
import { z } from 'zod'

/** The port that brings rows from the job process, past main. */
export type RowPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
  close(): void
}

/** What the job process sends: batches as JSON text, then the end mark with the number of rows. */
export const rowMessage = z.union([
  z.strictObject({ rows: z.string() }),
  z.strictObject({ end: z.number().int() }),
])
export type RowMessage = z.output<typeof rowMessage>

const batch = z.array(importRow)

/**
 * Collects every row before anything is written, so that a job that dies half way leaves no half import.
 * @throws AppError `imports.gone` when the port closes early or rows are missing
 */
export function collectRows(port: RowPort | undefined): Promise<ImportRow[]> {
  return new Promise((resolve, reject) => {
    if (!port) return reject(new AppError('imports.gone', 'no row port'))
    const rows: ImportRow[] = []
    const gone = () => reject(new AppError('imports.gone', 'rows ended early'))
    port.on('close', gone)
    port.on('message', ({ data }) => {
      try {
        const message = rowMessage.parse(data)
        if ('rows' in message) {
          for (const row of batch.parse(JSON.parse(message.rows))) rows.push(row)
          return
        }
        if (message.end === rows.length) resolve(rows)
        else gone()
        port.close()
      } catch (error) {
        reject(error instanceof Error ? error : new AppError('imports.gone', 'bad row message'))
        port.close()
      }
    })
    port.start()
  })
}
