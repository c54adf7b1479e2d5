import { drizzle } from 'drizzle-orm/better-sqlite3'
import { connect, type ConnectOptions } from '../connect'
import type { ReadHandle } from '../handles'
import { migrate } from '../migrations'

/** A second look at an open book, from another process. @throws as `connect` */
export function connectToBook(options: Omit<ConnectOptions, 'readonly'>): ReadHandle {
  return toHandle(connect({ ...options, readonly: true }))
}

/**
 * A proven copy of a backup, brought to the schema of this program; the backup itself stays as it is.
 * @throws as `connect`; AppError vault.newer-schema
 */
export function connectToCopy(options: Omit<ConnectOptions, 'readonly'>): ReadHandle {
  const raw = connect(options)
  try {
    migrate(raw)
    return toHandle(raw)
  } catch (error) {
    raw.close()
    throw error
  }
}

function toHandle(raw: ReadHandle['raw']): ReadHandle {
  return { raw, orm: drizzle(raw) } as unknown as ReadHandle
}
