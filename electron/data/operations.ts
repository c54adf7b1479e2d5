import type { Role } from '@shared/core/permissions'

/** Everything main may ask of the data process. Buffers are copies; each side wipes its own. */
export type DataOperations = {
  open: {
    payload: {
      path: string
      create: boolean
      pageKey: Uint8Array
      auditKey: Uint8Array
      fieldKey: Uint8Array
      user: { uid: string; name: string; role: Role }
    }
    answer: { customers: number }
  }
  close: { payload: null; answer: null }
  /** A route of the contract with `home: 'data'`; the answer is the envelope as JSON text, passed on unread. */
  request: { payload: { route: string; input: unknown }; answer: string }
  /** Good rows arrive over the port, then the whole import is written under one command. */
  'imports.write': {
    payload: { fileName: string; rejected: number }
    answer: { commandId: number; customers: number }
  }
  'snapshot.hold': {
    payload: { pageKey: Uint8Array }
    answer: {
      rowCounts: Record<string, number>
      auditHead: string
      schemaVersion: number
      pageSize: number
      pageCount: number
    }
  }
  /** `held` is false when the snapshot was lost meanwhile, because the process had to start anew. */
  'snapshot.release': { payload: null; answer: { held: boolean } }
  'backups.record': {
    payload: {
      uid: string
      fileName: string
      folder: string
      kind: 'full'
      bytes: number
      customers: number
      startedAt: number
      provenAt: number
    }
    answer: { id: number }
  }
}
